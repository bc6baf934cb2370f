using KubeBuilderNet.Generators.Diagnostics;
using KubeBuilderNet.Generators.Model;
using KubeBuilderNet.Generators.Parsing.Checks.Values;

namespace KubeBuilderNet.Generators.Parsing.Checks;

/// <summary>A default must fit its own schema; an example and the values of an enum should.</summary>
internal static class ValueChecks
{
    private static readonly string[] Defaults = ["DefaultAttribute", "DefaultValueAttribute"];
    private static readonly string[] Examples = ["ExampleAttribute"];
    private static readonly string[] Enums = ["EnumAttribute", "AllowedValuesAttribute"];

    public static IEnumerable<Problem> Find(Schema schema)
    {
        foreach (var (value, misfit) in Misfits.OfEnum(schema))
            yield return new Problem(DiagnosticDescriptors.ValueIsUnused, Enums, "The value " + value, misfit);
        foreach (var problem in Default(schema))
            yield return problem;
        if (Misfits.OfExample(schema) is { } wrongExample)
            yield return new Problem(DiagnosticDescriptors.ValueIsUnused, Examples, "The example", wrongExample);
    }

    public static IEnumerable<Problem> Default(Schema schema)
    {
        if (Misfits.OfDefault(schema) is { } misfit)
            yield return new Problem(DiagnosticDescriptors.ValueDoesNotFit, Defaults, "The default", misfit) { MayBeOfDeclaration = true };
    }
}
