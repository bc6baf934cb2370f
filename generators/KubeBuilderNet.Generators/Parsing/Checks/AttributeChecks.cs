using KubeBuilderNet.Generators.Diagnostics;
using KubeBuilderNet.Generators.Infrastructure;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing.Checks;

/// <summary>Attributes that no place may have, that it may have once, or that do nothing beside each other.</summary>
internal static class AttributeChecks
{
    /// <summary>Those that may stand at one place several times.</summary>
    private static readonly HashSet<string> Repeatable = new(StringComparer.Ordinal)
    {
        "CelRuleAttribute", "AllOfAttribute", "AnyOfAttribute", "OneOfAttribute", "NotAttribute",
        "AtMostOneOfAttribute", "ExactlyOneOfAttribute", "AtLeastOneOfAttribute",
    };

    /// <summary>Attributes that say the same thing.</summary>
    private static readonly Dictionary<string, string> Aliases = new(StringComparer.Ordinal)
    {
        ["RegularExpressionAttribute"] = "PatternAttribute",
        ["AllowedValuesAttribute"] = "EnumAttribute",
        ["UrlAttribute"] = "FormatAttribute",
        ["EmailAddressAttribute"] = "FormatAttribute",
    };

    /// <summary>Attributes whose argument is JSON.</summary>
    private static readonly Dictionary<string, string> Texts = new(StringComparer.Ordinal)
    {
        ["DefaultAttribute"] = "The default",
        ["ExampleAttribute"] = "The example",
        ["RawSchemaAttribute"] = "The raw schema",
    };

    public static void Run(CheckedSymbol symbol, string place)
    {
        var attributes = symbol.At(place).ToList();
        foreach (var attribute in attributes.Where(attribute => NameOf(attribute) == "UniqueItemsAttribute"))
            symbol.Report(new Problem(DiagnosticDescriptors.UniqueItems, []), attribute);
        foreach (var attribute in attributes)
            Json(symbol, attribute);
        Repeated(symbol, attributes);
        Idle(symbol, attributes);
    }

    private static void Json(CheckedSymbol symbol, AttributeData attribute)
    {
        if (Texts.TryGetValue(NameOf(attribute), out var what) && JsonReader.TryRead(attribute.Argument(0) as string ?? "", out var problem) is null)
            symbol.Report(new Problem(DiagnosticDescriptors.InvalidJson, [], what, problem), attribute);
    }

    private static void Repeated(CheckedSymbol symbol, List<AttributeData> attributes)
    {
        var seen = new Dictionary<string, AttributeData>(StringComparer.Ordinal);
        foreach (var attribute in attributes.Where(IsOfSchema))
        {
            var meaning = Aliases.TryGetValue(NameOf(attribute), out var alias) ? alias : NameOf(attribute);
            if (Repeatable.Contains(meaning))
                continue;
            if (!seen.TryGetValue(meaning, out var first))
                seen.Add(meaning, attribute);
            else
                symbol.Report(Conflict(NameOf(first) == NameOf(attribute) ? $"[{attribute.ShortName()}] is there twice at one place" : $"[{first.ShortName()}] says the same as [{attribute.ShortName()}]"), attribute);
        }
    }

    private static void Idle(CheckedSymbol symbol, List<AttributeData> attributes)
    {
        if (!attributes.Exists(attribute => NameOf(attribute) == "RawSchemaAttribute"))
            return;
        foreach (var attribute in attributes.Where(attribute => NameOf(attribute) is not ("RawSchemaAttribute" or "RequiredAttribute") && IsOfSchema(attribute)))
            symbol.Report(Conflict($"[{attribute.ShortName()}] does nothing beside [RawSchema], whose JSON is all that is written; put it into the JSON"), attribute);
    }

    private static bool IsOfSchema(AttributeData attribute) =>
        attribute.AttributeClass!.BaseType is { Name: "SchemaAttribute" } || attribute.AttributeClass.IsIn("System.ComponentModel.DataAnnotations");

    private static Problem Conflict(string text) => new(DiagnosticDescriptors.ConflictingAttributes, [], text);

    private static string NameOf(AttributeData attribute) => attribute.AttributeClass!.Name;
}
