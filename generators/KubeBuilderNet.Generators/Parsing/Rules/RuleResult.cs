using KubeBuilderNet.Generators.Model;

namespace KubeBuilderNet.Generators.Parsing.Rules;

/// <summary>A schema with a rule applied, or the problem that keeps the rule from applying.</summary>
internal readonly record struct RuleResult(Schema Schema, string? Problem)
{
    public static implicit operator RuleResult(Schema schema) => new(schema, null);

    public static RuleResult Fail(Schema schema, string problem) => new(schema, problem);
}
