using System.Collections.Concurrent;
using System.Reflection;
using k8s.Models;
using KubeBuilderNet.Annotations;

namespace KubeBuilderNet;

/// <summary>How a class is known to the API server: its kind, the plural in its paths, and its scope.</summary>
/// <param name="Kind">Group, version and kind.</param>
/// <param name="Plural">The resource's name in paths, such as <c>httpclients</c>.</param>
/// <param name="Scope">Whether objects have a namespace.</param>
public sealed record ResourceDefinition(GroupVersionKind Kind, string Plural, ResourceScope Scope)
{
    private static readonly ConcurrentDictionary<Type, ResourceDefinition> Known = new();

    /// <summary>The resource that the API's paths name.</summary>
    public GroupVersionResource Resource => new(Kind.Group, Kind.Version, Plural);

    /// <summary>The definition of <typeparamref name="T"/>.</summary>
    /// <exception cref="InvalidOperationException">The class carries no <see cref="KubernetesEntityAttribute"/>.</exception>
    public static ResourceDefinition Of<T>() => Cache<T>.Value;

    /// <summary>The definition of a class known only at run time.</summary>
    /// <exception cref="InvalidOperationException">The class carries no <see cref="KubernetesEntityAttribute"/>.</exception>
    public static ResourceDefinition Of(Type type) => Known.GetOrAdd(type, Read);

    /// <summary>The definition of a class; null when it names no kind.</summary>
    internal static ResourceDefinition? Find(Type type) => type.IsDefined(typeof(KubernetesEntityAttribute), inherit: true) ? Of(type) : null;

    private static ResourceDefinition Read(Type type)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(PartialObjectMetadata<>))
            return Of(type.GetGenericArguments()[0]);
        var entity = type.GetCustomAttribute<KubernetesEntityAttribute>() ?? throw new InvalidOperationException(
            $"{type} carries no [KubernetesEntity]: make the class partial and give it [CustomResource], or use a class of k8s.Models.");
        var kind = new GroupVersionKind(entity.Group ?? "", entity.ApiVersion, entity.Kind);
        var scope = type.GetCustomAttribute<CustomResourceAttribute>() is { } own ? own.Scope : BuiltInScopes.Of(kind);
        // KubernetesClient names no plural for what is only created, as reviews are; all of these are regular.
        var plural = string.IsNullOrEmpty(entity.PluralName) ? entity.Kind.ToLowerInvariant() + "s" : entity.PluralName;
        return new ResourceDefinition(kind, plural, scope);
    }

    private static class Cache<T>
    {
        internal static readonly ResourceDefinition Value = Known.GetOrAdd(typeof(T), Read);
    }
}
