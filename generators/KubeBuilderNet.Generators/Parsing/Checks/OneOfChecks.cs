using KubeBuilderNet.Generators.Diagnostics;
using KubeBuilderNet.Generators.Model;
using KubeBuilderNet.Generators.Parsing.Schemas;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing.Checks;

/// <summary>Groups of properties of which some must be set: each name is an optional property of the class itself.</summary>
internal static class OneOfChecks
{
    public static void Run(Schema schema, INamedTypeSymbol type, CheckedSymbol symbol)
    {
        foreach (var attribute in symbol.Attributes)
        {
            if (attribute.AttributeClass is not { Name: "AtMostOneOfAttribute" or "ExactlyOneOfAttribute" or "AtLeastOneOfAttribute" }
                || attribute.ConstructorArguments is not [{ Kind: TypedConstantKind.Array, IsNull: false } list])
            {
                continue;
            }
            foreach (var (text, replacement) in Find(schema, type, list.Values.Select(value => value.Value as string ?? "").ToList()))
                symbol.Report(new Problem(DiagnosticDescriptors.InvalidOneOf, [], attribute.ShortName(), text) { Replacement = replacement }, attribute);
        }
    }

    private static IEnumerable<(string Text, Replacement? Replacement)> Find(Schema schema, INamedTypeSymbol type, List<string> names)
    {
        if (names.Count == 0)
            yield return ("it names no property; write nameof(...) of each", null);
        var properties = SerializedProperties.Of(type);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var property = properties.Find(property => property.JsonName == name) ?? properties.Find(property => property.Symbol.Name == name);
            if (name.IndexOf('.') >= 0)
                yield return ($"'{name}' is a property of a property; put the attribute on the class that has it", null);
            else if (property is null)
                yield return ($"there is no property '{name}'", Replacement.Nearest(name, properties.Select(other => other.Symbol.Name)));
            else if (!seen.Add(property.JsonName))
                yield return ($"'{name}' is named twice", null);
            else if (schema.Required.Contains(property.JsonName))
                yield return ($"'{name}' is required, so it is always set; make it optional: '{property.Symbol.Type.ShortName()}?'", null);
        }
    }
}
