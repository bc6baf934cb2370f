using KubeBuilderNet.Generators.Diagnostics;
using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using KubeBuilderNet.Generators.Parsing.Checks.Values;

namespace KubeBuilderNet.Generators.Parsing.Checks;

/// <summary>A default, an example and the values of an enum must be such that their own schema takes them.</summary>
internal static class ValueChecks
{
    private static readonly string[] Defaults = ["DefaultAttribute", "DefaultValueAttribute"];
    private static readonly string[] Examples = ["ExampleAttribute"];
    private static readonly string[] Enums = ["EnumAttribute", "AllowedValuesAttribute"];

    public static IEnumerable<Problem> Find(Schema schema)
    {
        if (schema.Enum.Count > 0 && schema.Enum.Any(value => !IsPlain(schema, value)))
        {
            var others = schema with { Enum = default };
            foreach (var value in schema.Enum)
            {
                if (Check(others, value, "The value " + value, Enums) is { } problem)
                    yield return problem;
            }
        }
        foreach (var problem in Default(schema))
            yield return problem;
        if (schema.Example is { } example && Check(schema, example, "The example", Examples) is { } wrongExample)
            yield return wrongExample;
    }

    public static IEnumerable<Problem> Default(Schema schema)
    {
        if (schema.Default is { } json && Check(schema, json, "The default", Defaults) is { } problem)
            yield return problem with { MayBeOfDeclaration = true };
    }

    // The names of an enum: texts, in a schema without other rules.
    private static bool IsPlain(Schema schema, string json) =>
        json[0] == '"' && schema is { Type: "string", Pattern: null, Format: null, MinLength: null, MaxLength: null, AllOf.Count: 0, AnyOf.Count: 0, OneOf.Count: 0, Not: null };

    // What isn't JSON is reported at the attribute that has the text.
    private static Problem? Check(Schema schema, string json, string what, string[] causes) =>
        JsonReader.TryRead(json, out _) is { } value && SchemaValidator.Validate(schema, value) is { } misfit
            ? new Problem(DiagnosticDescriptors.ValueDoesNotFit, causes, what, misfit)
            : null;
}
