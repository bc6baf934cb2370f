using k8s;
using k8s.Models;

namespace KubeBuilderNet.Owners;

/// <summary>Says who owns an object, so that it is deleted with its owner and its changes reconcile the owner.</summary>
public static class OwnerReferences
{
    /// <summary>Makes <paramref name="owner"/> the controller of <paramref name="owned"/>. Follows <c>controllerutil.SetControllerReference</c>.</summary>
    /// <param name="owner">The owner, as read from the server: it needs its uid.</param>
    /// <param name="owned">What it owns; changed in place.</param>
    /// <exception cref="InvalidOperationException">
    /// Another object controls it already, the two are in different namespaces, or the owner has no uid.
    /// </exception>
    public static void SetControllerReference<TOwner>(TOwner owner, IMetadata<V1ObjectMeta> owned)
        where TOwner : class, IKubernetesObject<V1ObjectMeta>
    {
        ArgumentNullException.ThrowIfNull(owner);
        ArgumentNullException.ThrowIfNull(owned);
        var kind = ResourceDefinition.Of(owner.GetType()).Kind;
        if (string.IsNullOrEmpty(owner.Metadata.Uid))
            throw new InvalidOperationException($"{kind.Kind} {ObjectKey.Of(owner)} has no uid: only an object that the server stores can own another.");
        CheckNamespaces(owner, owned, kind);
        owned.Metadata ??= new V1ObjectMeta();
        var references = owned.Metadata.OwnerReferences ??= [];
        if (references.FirstOrDefault(reference => reference.Controller == true && reference.Uid != owner.Metadata.Uid) is { } other)
            throw new InvalidOperationException($"'{owned.Metadata.Name}' is controlled by {other.Kind} '{other.Name}' already.");
        var controller = new V1OwnerReference
        {
            ApiVersion = kind.ApiVersion,
            Kind = kind.Kind,
            Name = owner.Metadata.Name,
            Uid = owner.Metadata.Uid,
            Controller = true,
            BlockOwnerDeletion = true,
        };
        // In its place, so that what is right already isn't written again.
        if (references.FirstOrDefault(reference => reference.Uid == controller.Uid) is { } held)
            references[references.IndexOf(held)] = controller;
        else
            references.Add(controller);
    }

    /// <summary>Whether <paramref name="owner"/> is the controller of an object. Follows <c>metav1.IsControlledBy</c>.</summary>
    public static bool IsControlledBy(this IMetadata<V1ObjectMeta> owned, IMetadata<V1ObjectMeta> owner)
    {
        ArgumentNullException.ThrowIfNull(owned);
        ArgumentNullException.ThrowIfNull(owner);
        return owned.Metadata?.OwnerReferences?.Any(reference => reference.Controller == true && reference.Uid == owner.Metadata.Uid) == true;
    }

    // The garbage collector takes an owner in another namespace for one that is gone, and deletes the object.
    private static void CheckNamespaces<TOwner>(TOwner owner, IMetadata<V1ObjectMeta> owned, GroupVersionKind kind)
        where TOwner : class, IKubernetesObject<V1ObjectMeta>
    {
        var owners = owner.Metadata.NamespaceProperty;
        var owneds = owned.Metadata?.NamespaceProperty;
        if (string.IsNullOrEmpty(owners))
            return;
        if (string.IsNullOrEmpty(owneds))
            throw new InvalidOperationException($"{kind.Kind} {ObjectKey.Of(owner)} is namespaced and can't own a cluster-scoped object, or one whose namespace isn't set yet.");
        if (owners != owneds)
            throw new InvalidOperationException($"{kind.Kind} {ObjectKey.Of(owner)} can't own an object in namespace '{owneds}': both must be in one.");
    }
}
