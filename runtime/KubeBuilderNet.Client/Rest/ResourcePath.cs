using System.Text;

namespace KubeBuilderNet.Client.Rest;

/// <summary>Builds the paths of the API: <c>/apis/group/version/namespaces/ns/plural/name/subresource?query</c>.</summary>
public sealed class ResourcePath
{
    private readonly StringBuilder _path;
    private bool _hasQuery;

    private ResourcePath(string path) => _path = new StringBuilder(path);

    /// <summary>The path of a group's version: <c>/api/v1</c> or <c>/apis/group/version</c>.</summary>
    public static string OfVersion(string group, string version) =>
        string.IsNullOrEmpty(group) ? $"/api/{version}" : $"/apis/{group}/{version}";

    /// <summary>The path of all objects of a kind, in one namespace or, when that is null or empty, in all.</summary>
    public static ResourcePath OfCollection(ResourceDefinition definition, string? @namespace)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return OfCollection(definition.Resource, definition.Scope == ResourceScope.Cluster ? null : @namespace);
    }

    /// <summary>The path of all objects of a resource, in one namespace or, when that is null or empty, in the cluster.</summary>
    public static ResourcePath OfCollection(GroupVersionResource resource, string? @namespace)
    {
        var scope = string.IsNullOrEmpty(@namespace) ? "" : $"/namespaces/{Uri.EscapeDataString(@namespace)}";
        return new ResourcePath($"{OfVersion(resource.Group, resource.Version)}{scope}/{resource.Resource}");
    }

    /// <summary>The path of one object, or of a subresource of it.</summary>
    /// <exception cref="ArgumentException">The name is missing, or the namespace of a namespaced kind.</exception>
    public static ResourcePath OfObject(ResourceDefinition definition, ObjectKey key, string? subresource = null)
    {
        ArgumentNullException.ThrowIfNull(definition);
        if (string.IsNullOrEmpty(key.Name))
            throw new ArgumentException($"A {definition.Kind.Kind} can't be addressed without a name.", nameof(key));
        if (definition.Scope == ResourceScope.Namespaced && string.IsNullOrEmpty(key.Namespace))
            throw new ArgumentException($"{definition.Kind.Kind} '{key.Name}' is namespaced: set its namespace.", nameof(key));
        return OfCollection(definition, key.Namespace).Below(key.Name, subresource);
    }

    /// <summary>The path of one object of a resource of which the scope isn't known: the key's namespace decides.</summary>
    /// <exception cref="ArgumentException">The name is missing.</exception>
    public static ResourcePath OfObject(GroupVersionResource resource, ObjectKey key, string? subresource = null) =>
        string.IsNullOrEmpty(key.Name)
            ? throw new ArgumentException($"An object of {resource} can't be addressed without a name.", nameof(key))
            : OfCollection(resource, key.Namespace).Below(key.Name, subresource);

    /// <summary>Adds a parameter to the query; nothing when the value is null or empty.</summary>
    public ResourcePath With(string name, string? value)
    {
        if (string.IsNullOrEmpty(value))
            return this;
        _path.Append(_hasQuery ? '&' : '?').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        _hasQuery = true;
        return this;
    }

    /// <summary>Adds <c>name=true</c> to the query, or nothing when the flag is off.</summary>
    public ResourcePath With(string name, bool flag) => flag ? With(name, "true") : this;

    /// <summary>The path with its query.</summary>
    public override string ToString() => _path.ToString();

    private ResourcePath Below(string name, string? subresource)
    {
        _path.Append('/').Append(Uri.EscapeDataString(name));
        if (subresource is not null)
            _path.Append('/').Append(subresource);
        return this;
    }
}
