using System.Text.Json.Nodes;
using KubeBuilderNet.Client.Json;

namespace KubeBuilderNet.Client.Discovery;

/// <summary>The form in which a server says what one version of a group serves: <c>APIResourceList</c>, subresources among the resources.</summary>
internal static class ResourceListForm
{
    internal static IReadOnlyList<ApiResource> Read(JsonObject answer, string group, string version)
    {
        var entries = answer.Objects("resources").ToList();
        var below = entries.Where(static entry => entry.Text("name").Contains('/', StringComparison.Ordinal))
            .ToLookup(static entry => entry.Text("name").Split('/')[0], StringComparer.Ordinal);
        return
        [
            .. entries.Where(static entry => !entry.Text("name").Contains('/', StringComparison.Ordinal)).Select(entry => new ApiResource
            {
                Definition = new ResourceDefinition(new GroupVersionKind(group, version, entry.Text("kind")), entry.Text("name"),
                    (bool?)entry["namespaced"] == false ? ResourceScope.Cluster : ResourceScope.Namespaced),
                Singular = Singular(entry.Text("singularName"), entry.Text("kind")),
                Verbs = entry.Texts("verbs"),
                ShortNames = entry.Texts("shortNames"),
                Categories = entry.Texts("categories"),
                Subresources = [.. below[entry.Text("name")].Select(sub => ReadSubresource(sub, group, version))],
            }),
        ];
    }

    private static ApiSubresource ReadSubresource(JsonObject entry, string group, string version)
    {
        var kind = entry.Text("version").Length == 0
            ? new GroupVersionKind(group, version, entry.Text("kind"))
            : new GroupVersionKind(entry.Text("group"), entry.Text("version"), entry.Text("kind"));
        var name = entry.Text("name");
        return new ApiSubresource(name[(name.IndexOf('/', StringComparison.Ordinal) + 1)..], kind, entry.Texts("verbs"));
    }

    // Servers before 1.26 leave the singular of built-in kinds out.
    internal static string Singular(string said, string kind) => said.Length > 0 ? said : kind.ToLowerInvariant();
}
