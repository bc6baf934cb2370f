using System.Text;

namespace KubeBuilderNet.Client.Rest;

/// <summary>Builds the paths of the API: <c>/apis/group/version/namespaces/ns/plural/name/subresource?query</c>.</summary>
public sealed class ResourcePath
{
    private readonly StringBuilder _path;
    private bool _hasQuery;

    private ResourcePath(string path) => _path = new StringBuilder(path);

    /// <summary>The path of all objects of a kind, in one namespace or, when that is null or empty, in all.</summary>
    public static ResourcePath OfCollection(ResourceDefinition definition, string? @namespace)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var root = definition.Kind.Group.Length == 0 ? "/api/" : $"/apis/{definition.Kind.Group}/";
        var scope = string.IsNullOrEmpty(@namespace) || definition.Scope == ResourceScope.Cluster
            ? ""
            : $"/namespaces/{Uri.EscapeDataString(@namespace)}";
        return new ResourcePath($"{root}{definition.Kind.Version}{scope}/{definition.Plural}");
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
        var path = OfCollection(definition, key.Namespace);
        path._path.Append('/').Append(Uri.EscapeDataString(key.Name));
        if (subresource is not null)
            path._path.Append('/').Append(subresource);
        return path;
    }

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
}
