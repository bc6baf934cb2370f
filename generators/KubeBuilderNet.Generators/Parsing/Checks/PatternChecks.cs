using KubeBuilderNet.Generators.Diagnostics;
using KubeBuilderNet.Generators.Model;
using KubeBuilderNet.Generators.Parsing.Checks.Re2;

namespace KubeBuilderNet.Generators.Parsing.Checks;

/// <summary>Patterns must be what Go's <c>regexp</c> compiles.</summary>
internal static class PatternChecks
{
    public static IEnumerable<Problem> Find(Schema schema)
    {
        if (schema.Pattern is { } pattern && Re2Syntax.Check(pattern) is { } problem)
            yield return new Problem(DiagnosticDescriptors.InvalidPattern, ["PatternAttribute", "RegularExpressionAttribute"], problem);
    }
}
