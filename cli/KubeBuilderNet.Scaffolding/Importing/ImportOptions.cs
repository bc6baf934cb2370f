using System.Text.Json.Nodes;

namespace KubeBuilderNet.Scaffolding.Importing;

/// <summary>What <c>kbnet import</c> was asked for. Nothing is checked yet.</summary>
public sealed record ImportOptions
{
    internal const string DefaultOutput = "Api";

    /// <summary>Where the definitions come from, for messages.</summary>
    public required string Source { get; init; }

    /// <summary>The definitions.</summary>
    public required IReadOnlyList<JsonObject> Definitions { get; init; }

    /// <summary>The folder that gets a folder for each version.</summary>
    /// <value>Default: <c>Api</c>.</value>
    public string Output { get; init; } = DefaultOutput;

    /// <summary>The namespace that the names of the versions are added to; null for the project's, with the names of the folders of <see cref="Output"/>.</summary>
    public string? Namespace { get; init; }

    /// <summary>Whether files that are there and differ are replaced.</summary>
    public bool Force { get; init; }
}
