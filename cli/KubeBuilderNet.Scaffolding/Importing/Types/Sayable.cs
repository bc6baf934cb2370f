using System.Globalization;
using KubeBuilderNet.Generators.Model;

namespace KubeBuilderNet.Scaffolding.Importing.Types;

/// <summary>Whether attributes can say what one node of a schema says. Where they can't, the node is carried as JSON.</summary>
internal static class Sayable
{
    private static readonly string[] Reasons = ["FieldValueInvalid", "FieldValueRequired", "FieldValueForbidden", "FieldValueDuplicate"];

    /// <summary>Whether the node can be said, whatever becomes of the nodes below it.</summary>
    public static bool Is(Schema node) =>
        node.Raw is null
        && HasKnownType(node)
        && HasOneShape(node)
        && AreRulesOfItsType(node)
        && Limits.ArePossible(node)
        && HasAddress(node.ExternalDocs)
        && AreRulesSound(node)
        && AreAlternativesSayable(node);

    private static bool HasKnownType(Schema node) => node.Type is null or "string" or "integer" or "number" or "boolean" or "object" or "array";

    private static bool HasOneShape(Schema node)
    {
        var shapes = (node.Properties.Count > 0 ? 1 : 0) + (node.AdditionalProperties is null ? 0 : 1) + (node.Items is null ? 0 : 1);
        return shapes <= 1
            && (node.Items is null || node.Type is "array" or null)
            && (node.Items is not null || node.Type is not "array")
            && ((node.Properties.Count == 0 && node.AdditionalProperties is null) || node.Type is "object" or null)
            && node.AdditionalProperties?.Raw is null
            && node.Required.All(name => node.Properties.Any(property => property.Name == name));
    }

    // A length of a boolean does nothing at a server and is an error in C#.
    private static bool AreRulesOfItsType(Schema node) =>
        (node.IntOrString || node.Type == "string" || (node.MinLength ?? node.MaxLength) is null && node.Pattern is null)
        && (node.IntOrString || node.Type is "integer" or "number" || (node.Minimum ?? node.Maximum ?? node.MultipleOf) is null)
        && (node.Type == "array" || (node.MinItems ?? node.MaxItems) is null && node.ListType is null)
        && (node.Type is not ("string" or "integer" or "number" or "boolean") || !node.PreserveUnknownFields)
        && (node.Type == "object" || (node.MinProperties ?? node.MaxProperties) is null && node.MapType is null && !node.EmbeddedResource);

    private static bool AreRulesSound(Schema node) =>
        (!node.ExclusiveMinimum || node.Minimum is not null)
        && (!node.ExclusiveMaximum || node.Maximum is not null)
        && (node.Type != "integer" || new[] { node.Minimum, node.Maximum, node.MultipleOf }.All(bound => bound is null || IsWhole(bound)))
        && node.Enum.All(IsScalar)
        && node.ListType is null or "atomic" or "set" or "map"
        && (node.ListMapKeys.Count == 0 || node.ListType is not null)
        && node.MapType is null or "atomic" or "granular"
        && node.CelRules.All(rule => rule.Reason is null || Array.IndexOf(Reasons, rule.Reason) >= 0);

    // On Unix, .NET takes a path for an absolute file URL: the scheme must be there as written.
    private static bool HasAddress(ExternalDocumentation? docs) =>
        docs is null || (docs.Url.IndexOf(':', StringComparison.Ordinal) > 0 && Uri.TryCreate(docs.Url, UriKind.Absolute, out _));

    private static bool AreAlternativesSayable(Schema node) => Alternatives(node).All(IsAlternative);

    /// <summary>The conditions of a node, without those that its C# type says.</summary>
    public static IEnumerable<Schema> Alternatives(Schema node) =>
        node.AllOf.Concat(SimpleTypes.SaysTypes(node) ? [] : node.AnyOf).Concat(node.OneOf).Concat(node.Not is null ? [] : [node.Not]);

    private static bool IsAlternative(Schema node) =>
        node.Raw is null
        && node is { Type: null, Description: null, Title: null, Default: null, Example: null, ExternalDocs: null, Nullable: false }
        && node is { AdditionalProperties: null, ListType: null, MapType: null, PreserveUnknownFields: false, EmbeddedResource: false, IntOrString: false }
        && node.CelRules.Count == 0
        && AreRulesSound(node)
        && Limits.ArePossible(node)
        && node.Properties.All(property => IsAlternative(property.Schema) && !IsEmpty(property.Schema))
        && (node.Items is null || (IsAlternative(node.Items) && !IsEmpty(node.Items)))
        && Alternatives(node).All(IsAlternative);

    private static bool IsEmpty(Schema node) => node == SimpleTypes.Nothing;

    private static bool IsWhole(string number) => long.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private static bool IsScalar(string json) => json[0] is not ('{' or '[');
}
