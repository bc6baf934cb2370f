using System.Text.Json.Nodes;

namespace KubeBuilderNet.Cli.Cluster;

/// <summary>A CustomResourceDefinition as the project has it on disk.</summary>
/// <param name="Path">The file that it is in.</param>
/// <param name="Name">Its name, such as <c>httpclients.apps.baihl.io</c>.</param>
/// <param name="Versions">Its versions, for people.</param>
/// <param name="Manifest">All of it.</param>
internal sealed record Definition(string Path, string Name, string Versions, JsonObject Manifest);
