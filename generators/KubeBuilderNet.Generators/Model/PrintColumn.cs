namespace KubeBuilderNet.Generators.Model;

/// <summary>A column of <c>kubectl get</c>.</summary>
internal sealed record PrintColumn(string Name, string JsonPath, string Type, string? Format, string? Description, int Priority);
