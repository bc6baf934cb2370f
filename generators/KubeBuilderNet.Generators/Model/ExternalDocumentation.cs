namespace KubeBuilderNet.Generators.Model;

/// <summary>Where more is written about a value.</summary>
internal sealed record ExternalDocumentation(string Url, string? Description);
