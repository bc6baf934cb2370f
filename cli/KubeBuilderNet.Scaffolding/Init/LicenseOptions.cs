namespace KubeBuilderNet.Scaffolding.Init;

/// <summary>What was asked for of the lines at the top of each C# file. Nothing is checked yet.</summary>
public sealed record LicenseOptions
{
    /// <summary><c>apache2</c>, <c>copyright</c> or <c>none</c>.</summary>
    public string License { get; init; } = "apache2";

    /// <summary>Who holds the copyright; may be empty.</summary>
    public string Owner { get; init; } = "";

    /// <summary>The text of a file with the lines, instead of a licence; null for none.</summary>
    public string? Text { get; init; }
}
