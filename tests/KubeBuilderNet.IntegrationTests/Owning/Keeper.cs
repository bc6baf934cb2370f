using System.Text;
using k8s.Models;
using KubeBuilderNet.Caching;
using KubeBuilderNet.Client;
using KubeBuilderNet.Finalizers;
using KubeBuilderNet.Owners;
using KubeBuilderNet.Reconciling;

namespace KubeBuilderNet.IntegrationTests.Owning;

/// <summary>Keeps a Secret for each ConfigMap: built-in kinds, because the garbage collector looks for new ones every 30 s only.</summary>
internal sealed class Keeper(ILister<V1ConfigMap> owners, ILister<V1Secret> secrets, IClient client) : IReconciler<V1ConfigMap>
{
    internal const string Field = "text";

    public async Task<ReconcileResult> ReconcileAsync(ReconcileRequest request, CancellationToken cancellationToken)
    {
        if (owners.Find(request.Key) is not { } owner || owner.IsBeingDeleted())
            return ReconcileResult.Done;
        var secret = secrets.Find(request.Key);
        if (secret is null)
            await client.CreateAsync(Wanted(owner, new V1Secret { Metadata = new V1ObjectMeta { Name = request.Name, NamespaceProperty = request.Namespace } }), cancellationToken: cancellationToken);
        else if (!secret.IsBeingDeleted())
            await MendAsync(owner, secret, cancellationToken);
        return ReconcileResult.Done;
    }

    /// <summary>Makes a Secret what it should be, and the owner's if it is nobody's; the patch fails if the Secret is no longer the one that was read.</summary>
    private async Task MendAsync(V1ConfigMap owner, V1Secret secret, CancellationToken cancellationToken)
    {
        var wanted = Wanted(owner, secret with { Metadata = secret.Metadata with { OwnerReferences = [.. secret.Metadata.OwnerReferences ?? []] } });
        if (Patch.MergeFrom(secret, wanted, client.Json) is not { } patch)
            return;
        // Before something is adopted the server is asked whether the owner still is: the cache may not have heard of its deletion.
        if (!secret.IsControlledBy(owner) && await client.FindAsync<V1ConfigMap>(ObjectKey.Of(owner), cancellationToken) is var live
            && (live?.Metadata.Uid != owner.Metadata.Uid || live!.IsBeingDeleted()))
            return;
        await client.PatchAsync<V1Secret>(ObjectKey.Of(secret), patch, cancellationToken: cancellationToken);
    }

    private static V1Secret Wanted(V1ConfigMap owner, V1Secret secret)
    {
        secret.Data = new Dictionary<string, byte[]> { [Field] = Encoding.UTF8.GetBytes(owner.Data[Field]) };
        OwnerReferences.SetControllerReference(owner, secret);
        return secret;
    }
}
