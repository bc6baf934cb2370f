using System.Text.Json.Nodes;
using KubeBuilderNet.Client.Json;

namespace KubeBuilderNet.Client.Discovery;

/// <summary>The form in which a server says all it serves at once: <c>APIGroupDiscoveryList</c> of apidiscovery.k8s.io.</summary>
/// <remarks>Version v2 since Kubernetes 1.30, v2beta1 since 1.26; they are written alike.</remarks>
internal static class AggregatedForm
{
    internal const string Accept =
        "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,"
        + "application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,"
        + "application/json";

    private const string Stale = nameof(Stale);

    internal static bool IsOf(JsonObject answer) => (string?)answer["kind"] == "APIGroupDiscoveryList";

    internal static IReadOnlyList<ApiGroup> Read(JsonObject answer) => [.. answer.Objects("items").Select(ReadGroup)];

    internal static JsonObject Write(ServerResources all) => new()
    {
        ["kind"] = "APIGroupDiscoveryList",
        ["apiVersion"] = "apidiscovery.k8s.io/v2",
        ["items"] = new JsonArray([.. all.Groups.Select(WriteGroup)]),
    };

    private static ApiGroup ReadGroup(JsonObject group)
    {
        var name = (group["metadata"] as JsonObject)?.Text("name") ?? "";
        return new ApiGroup(name, [.. group.Objects("versions").Select(version => ReadVersion(name, version))]);
    }

    private static ApiVersion ReadVersion(string group, JsonObject version)
    {
        var name = version.Text("version");
        return new ApiVersion(name, [.. version.Objects("resources").Select(resource => ReadResource(group, name, resource)).OfType<ApiResource>()])
        {
            Failure = version.Text("freshness") == Stale ? "the API server says that this is stale: the server behind it doesn't answer" : null,
        };
    }

    private static ApiResource? ReadResource(string group, string version, JsonObject resource)
    {
        // A resource that only has subresources has no kind of its own, and can't be addressed.
        if (Kind(resource, group, version) is not { Kind.Length: > 0 } kind)
            return null;
        var scope = resource.Text("scope") == nameof(ResourceScope.Cluster) ? ResourceScope.Cluster : ResourceScope.Namespaced;
        return new ApiResource
        {
            Definition = new ResourceDefinition(new GroupVersionKind(group, version, kind.Kind), resource.Text("resource"), scope),
            Singular = ResourceListForm.Singular(resource.Text("singularResource"), kind.Kind),
            Verbs = resource.Texts("verbs"),
            ShortNames = resource.Texts("shortNames"),
            Categories = resource.Texts("categories"),
            Subresources = [.. resource.Objects("subresources")
                .Select(below => new ApiSubresource(below.Text("subresource"), Kind(below, group, version), below.Texts("verbs")))],
        };
    }

    // A kind without a group and version is of those that it stands in.
    private static GroupVersionKind Kind(JsonObject parent, string group, string version) => parent["responseKind"] is JsonObject kind
        ? kind.Text("version").Length == 0
            ? new GroupVersionKind(group, version, kind.Text("kind"))
            : new GroupVersionKind(kind.Text("group"), kind.Text("version"), kind.Text("kind"))
        : default;

    private static JsonObject WriteGroup(ApiGroup group) => new()
    {
        ["metadata"] = new JsonObject { ["name"] = group.Name },
        ["versions"] = new JsonArray([.. group.Versions.Select(static version => new JsonObject
        {
            ["version"] = version.Name,
            ["freshness"] = version.Failure is null ? "Current" : Stale,
            ["resources"] = new JsonArray([.. version.Resources.Select(WriteResource)]),
        })]),
    };

    private static JsonObject WriteResource(ApiResource resource) => new()
    {
        ["resource"] = resource.Definition.Plural,
        ["responseKind"] = WriteKind(resource.Definition.Kind),
        ["scope"] = resource.Definition.Scope.ToString(),
        ["singularResource"] = resource.Singular,
        ["verbs"] = JsonFields.List(resource.Verbs),
        ["shortNames"] = JsonFields.List(resource.ShortNames),
        ["categories"] = JsonFields.List(resource.Categories),
        ["subresources"] = new JsonArray([.. resource.Subresources.Select(static below => new JsonObject
        {
            ["subresource"] = below.Name,
            ["responseKind"] = WriteKind(below.Kind),
            ["verbs"] = JsonFields.List(below.Verbs),
        })]),
    };

    private static JsonObject WriteKind(GroupVersionKind kind) => new() { ["group"] = kind.Group, ["version"] = kind.Version, ["kind"] = kind.Kind };
}
