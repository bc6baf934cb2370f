using KubeBuilderNet.Generators.Infrastructure;

namespace KubeBuilderNet.Generators.Model;

/// <summary>Objects by their labels: exact ones, and requirements.</summary>
internal sealed record LabelSelector(EquatableArray<MatchLabel> Labels, EquatableArray<LabelRequirement> Requirements);

/// <summary>A label that must have one value.</summary>
internal sealed record MatchLabel(string Key, string Value);

/// <summary>A label with an operator: In, NotIn, Exists or DoesNotExist.</summary>
internal sealed record LabelRequirement(string Key, string Operator, EquatableArray<string> Values);
