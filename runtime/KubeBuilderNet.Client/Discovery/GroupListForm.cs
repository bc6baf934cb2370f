using System.Text.Json.Nodes;
using KubeBuilderNet.Client.Json;

namespace KubeBuilderNet.Client.Discovery;

/// <summary>The old form in which a server names its groups and versions, without their resources: <c>APIVersions</c> and <c>APIGroupList</c>.</summary>
internal static class GroupListForm
{
    internal static IReadOnlyList<ApiGroup> Read(JsonObject answer) => answer.Text("kind") == "APIVersions"
        ? [new ApiGroup("", [.. answer.Texts("versions").Select(static name => new ApiVersion(name, []))])]
        : [.. answer.Objects("groups").Select(ReadGroup)];

    private static ApiGroup ReadGroup(JsonObject group)
    {
        var preferred = (group["preferredVersion"] as JsonObject)?.Text("version");
        var versions = group.Objects("versions").Select(static version => version.Text("version"));
        return new ApiGroup(group.Text("name"), [.. versions.OrderBy(name => name != preferred).Select(static name => new ApiVersion(name, []))]);
    }
}
