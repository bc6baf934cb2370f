using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;

namespace KubeBuilderNet.Generators.Parsing.Checks.Values;

/// <summary>What a schema says of its own values, held against the schema. What isn't JSON fits here: it is reported where the text is.</summary>
internal static class Misfits
{
    /// <summary>Why the default doesn't fit; null when it does, or there is none.</summary>
    public static string? OfDefault(Schema schema) => schema.Default is { } json ? Find(schema, json) : null;

    /// <summary>Why the example doesn't fit; null when it does, or there is none.</summary>
    public static string? OfExample(Schema schema) => schema.Example is { } json ? Find(schema, json) : null;

    /// <summary>The values of the enum that the schema's other rules refuse, each with the reason.</summary>
    public static IEnumerable<(string Value, string Misfit)> OfEnum(Schema schema)
    {
        if (schema.Enum.Count == 0 || schema.Enum.All(value => IsPlain(schema, value)))
            yield break;
        var others = schema with { Enum = EquatableArray<string>.Empty };
        foreach (var value in schema.Enum)
        {
            if (Find(others, value) is { } misfit)
                yield return (value, misfit);
        }
    }

    // The names of an enum: texts, in a schema without other rules.
    private static bool IsPlain(Schema schema, string json) =>
        json[0] == '"' && schema is { Type: "string", Pattern: null, Format: null, MinLength: null, MaxLength: null, AllOf.Count: 0, AnyOf.Count: 0, OneOf.Count: 0, Not: null };

    private static string? Find(Schema schema, string json) =>
        JsonReader.TryRead(json, out _) is { } value ? SchemaValidator.Validate(schema, value) : null;
}
