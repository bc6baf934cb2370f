namespace KubeBuilderNet.Generators.Model;

/// <summary>A rule of <c>x-kubernetes-validations</c>, its expressions as text.</summary>
internal sealed record CelRule(string Rule)
{
    public string? FieldPath { get; init; }
    public string? Message { get; init; }
    public string? MessageExpression { get; init; }
    public bool OptionalOldSelf { get; init; }
    public string? Reason { get; init; }
}
