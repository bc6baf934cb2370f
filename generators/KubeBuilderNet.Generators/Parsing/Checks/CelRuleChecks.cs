using KubeBuilderNet.Generators.Diagnostics;
using KubeBuilderNet.Generators.Model;
using KubeBuilderNet.Generators.Parsing.Checks.Paths;
using KubeBuilderNet.Generators.Parsing.Rules;

namespace KubeBuilderNet.Generators.Parsing.Checks;

/// <summary>What API servers ask of a CEL rule besides its expressions, which are carried as text.</summary>
internal static class CelRuleChecks
{
    public static IEnumerable<Problem> Find(Schema schema)
    {
        for (var i = 0; i < schema.CelRules.Count; i++)
        {
            if (Fault(schema, schema.CelRules[i]) is { } fault)
                yield return fault with { Argument = schema.CelRules[i].Rule };
        }
    }

    private static Problem? Fault(Schema schema, CelRule rule)
    {
        if (string.IsNullOrWhiteSpace(rule.Rule))
            return Cel("its expression is empty");
        if (rule.Message is { } message)
        {
            if (string.IsNullOrWhiteSpace(message))
                return Cel("its message is empty; leave it out for the server's own");
            if (HasBreaks(message))
                return Cel("its message has line breaks; write it on one line");
        }
        else if (HasBreaks(rule.Rule))
            return Cel("its expression has line breaks; API servers then want a Message");
        if (rule.MessageExpression is { } expression && string.IsNullOrWhiteSpace(expression))
            return Cel("its message expression is empty; leave it out");
        if (rule.Reason is { } reason && !CelRules.Reasons.Contains(reason))
            return Cel($"its reason '{reason}' is none of {string.Join(", ", CelRules.Reasons)}");
        return rule.FieldPath is { } path ? FieldPath(schema, path) : null;
    }

    private static Problem? FieldPath(Schema schema, string path)
    {
        if (path.Length == 0 || path.Trim() != path || path[0] is not ('.' or '['))
            return Cel($"its field path '{path}' must begin with a dot, such as '.max'");
        return SchemaPath.Follow(schema, path) is { Problem: { } problem } end ? Cel($"its field path '{path}' leads nowhere: {problem}") with { Replacement = end.Replacement } : null;
    }

    private static bool HasBreaks(string text) => text.Trim().IndexOfAny(['\n', '\r']) >= 0;

    private static Problem Cel(string text) => new(DiagnosticDescriptors.InvalidCelRule, ["CelRuleAttribute"], text);
}
