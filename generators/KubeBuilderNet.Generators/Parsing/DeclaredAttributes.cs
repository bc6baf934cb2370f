using System.Collections.Immutable;
using KubeBuilderNet.Generators.Infrastructure;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing;

/// <summary>What the attributes of a property or type say beside validation, read in one walk over them.</summary>
internal sealed class DeclaredAttributes
{
    private const string Serialization = "System.Text.Json.Serialization";
    private const string Annotations = KnownTypeNames.Annotations;
    private static readonly DeclaredAttributes None = new(ImmutableArray<AttributeData>.Empty);

    private DeclaredAttributes(ImmutableArray<AttributeData> all) => All = all;

    public ImmutableArray<AttributeData> All { get; }

    /// <summary>The name that <c>[JsonPropertyName]</c> gives.</summary>
    public string? JsonName { get; private set; }

    public bool IsIgnored { get; private set; }

    public bool IsIncluded { get; private set; }

    public bool IsRequired { get; private set; }

    public bool IsExtensionData { get; private set; }

    public bool IsImmutable { get; private set; }

    public bool IsAlternative { get; private set; }

    /// <summary>Whether the property stands for each item of a list: see AlternativeAttribute.</summary>
    public bool IsItems { get; private set; }

    /// <summary>Whether the C# type says nothing about the value: <c>[Schemaless]</c> or <c>[RawSchema]</c>.</summary>
    public bool IsUnread { get; private set; }

    /// <summary>Whether <c>[SchemaType]</c> says what the JSON is.</summary>
    public bool HasSchemaType { get; private set; }

    /// <summary>The text of <c>[Description]</c>, exactly.</summary>
    public string? Description { get; private set; }

    /// <summary>A converter of the user's, whose JSON can't be known.</summary>
    public ITypeSymbol? Converter { get; private set; }

    public static DeclaredAttributes Of(ISymbol symbol)
    {
        var attributes = symbol.GetAttributes();
        if (attributes.IsEmpty)
            return None;
        var declared = new DeclaredAttributes(attributes);
        foreach (var attribute in attributes)
            declared.Read(attribute);
        return declared;
    }

    private void Read(AttributeData attribute)
    {
        if (attribute.AttributeClass is not { } type)
            return;
        switch (type.Name)
        {
            case "JsonPropertyNameAttribute" when type.IsIn(Serialization):
                JsonName = attribute.Argument(0) as string;
                break;
            case "JsonIgnoreAttribute" when type.IsIn(Serialization):
                const int always = 1;
                IsIgnored = attribute.NamedConstant("Condition") is not { } condition || condition.Value is always;
                break;
            case "JsonIncludeAttribute" when type.IsIn(Serialization):
                IsIncluded = true;
                break;
            case "JsonExtensionDataAttribute" when type.IsIn(Serialization):
                IsExtensionData = true;
                break;
            case "JsonConverterAttribute" when type.IsIn(Serialization):
                Converter = attribute.Argument(0) is INamedTypeSymbol converter && !converter.Is(Serialization, "JsonStringEnumConverter") ? converter : null;
                break;
            // Of numbers as text, too, only the author knows what the schema should say.
            case "JsonNumberHandlingAttribute" when type.IsIn(Serialization):
                const int writeAsString = 2;
                if (attribute.Argument(0) is int handling && (handling & writeAsString) != 0)
                    Converter = type;
                break;
            case "JsonRequiredAttribute" when type.IsIn(Serialization):
            case "RequiredAttribute" when type.IsIn("System.ComponentModel.DataAnnotations"):
                IsRequired = true;
                break;
            case "DescriptionAttribute" when type.IsIn("System.ComponentModel"):
                Description = attribute.Argument(0) as string;
                break;
            default:
                ReadOurs(attribute, type);
                break;
        }
    }

    private void ReadOurs(AttributeData attribute, INamedTypeSymbol type)
    {
        switch (type.Name)
        {
            case "ImmutableAttribute" when type.IsIn(Annotations):
                IsImmutable = true;
                break;
            case "AlternativeAttribute" when type.IsIn(Annotations):
                IsAlternative = true;
                break;
            case "ItemsAttribute" when type.IsIn(Annotations):
                IsItems = true;
                break;
            case "SchemalessAttribute" or "RawSchemaAttribute" when type.IsIn(Annotations) && attribute.Named("At") is null:
                IsUnread = true;
                break;
            case "SchemaTypeAttribute" when type.IsIn(Annotations) && attribute.Named("At") is null:
                HasSchemaType = attribute.Argument(0) is string { Length: > 0 };
                break;
        }
    }
}
