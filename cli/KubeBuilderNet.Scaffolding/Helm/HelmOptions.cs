namespace KubeBuilderNet.Scaffolding.Helm;

/// <summary>What a chart is made with.</summary>
public sealed record HelmOptions
{
    /// <summary>The chart's name: the project's.</summary>
    public required string ChartName { get; init; }

    /// <summary>The folder that gets the folder <c>chart</c>.</summary>
    /// <value>Default: <c>dist</c>.</value>
    public string Output { get; init; } = "dist";

    /// <summary>Whether the files that are the user's are written anew: all but Chart.yaml.</summary>
    public bool Force { get; init; }
}
