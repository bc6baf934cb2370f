using KubeBuilderNet.Generators.Infrastructure;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing;

internal static class SymbolExtensions
{
    private static readonly SymbolDisplayFormat NamespaceAndName = new(
        globalNamespaceStyle: SymbolDisplayGlobalNamespaceStyle.Omitted,
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    /// <summary>Whether the type is the one of this namespace and name, whatever its type arguments.</summary>
    public static bool Is(this ITypeSymbol? type, string @namespace, string name) =>
        type is not null && type.Name == name && type.ContainingType is null && type.IsIn(@namespace);

    public static bool IsIn(this ITypeSymbol type, string @namespace)
    {
        var current = type.ContainingNamespace;
        var end = @namespace.Length;
        while (current is { IsGlobalNamespace: false })
        {
            var name = current.Name;
            var start = end - name.Length;
            if (start < 0 || string.CompareOrdinal(@namespace, start, name, 0, name.Length) != 0)
                return false;
            current = current.ContainingNamespace;
            end = start - 1;
            if (end < 0)
                return start == 0 && current is { IsGlobalNamespace: true };
            if (@namespace[end] != '.')
                return false;
        }
        return false;
    }

    /// <summary>Whether this is one of the base classes that a custom resource derives from.</summary>
    public static bool IsCustomResource(this ITypeSymbol type) => type.Is("KubeBuilderNet", "CustomResource");

    /// <summary>The attribute of this full name, or null.</summary>
    public static AttributeData? FindAttribute(this ISymbol symbol, string @namespace, string name)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass.Is(@namespace, name))
                return attribute;
        }
        return null;
    }

    /// <summary>The value of a named argument, or null when it isn't there.</summary>
    public static object? Named(this AttributeData attribute, string name) => attribute.NamedConstant(name)?.Value;

    public static TypedConstant? NamedConstant(this AttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name)
                return argument.Value;
        }
        return null;
    }

    /// <summary>The texts of a named argument that is an array; none when it isn't there.</summary>
    public static EquatableArray<string> Texts(this AttributeData attribute, string name) =>
        attribute.NamedConstant(name) is { IsNull: false, Kind: TypedConstantKind.Array } array
            ? array.Values.Select(value => value.Value as string ?? "").ToEquatableArray()
            : EquatableArray<string>.Empty;

    public static object? Argument(this AttributeData attribute, int index) =>
        index < attribute.ConstructorArguments.Length && attribute.ConstructorArguments[index].Kind != TypedConstantKind.Array
            ? attribute.ConstructorArguments[index].Value
            : null;

    public static Location? GetLocation(this AttributeData attribute, CancellationToken cancellation) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(cancellation).GetLocation();

    /// <summary>The attribute's name as it is written in brackets.</summary>
    public static string ShortName(this AttributeData attribute)
    {
        const string suffix = "Attribute";
        var name = attribute.AttributeClass!.Name;
        return name.EndsWith(suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - suffix.Length) : name;
    }

    /// <summary>Where the symbol's name stands in source, if it is there.</summary>
    public static Location? GetSourceLocation(this ISymbol symbol) => symbol.Locations.FirstOrDefault(location => location.IsInSource);

    /// <summary>The type as generated code writes it.</summary>
    public static string GlobalName(this ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    public static string FullName(this ITypeSymbol type) => type.ToDisplayString(NamespaceAndName);

    public static string ShortName(this ITypeSymbol type) =>
        type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    /// <summary>The type's name in the name of a generated file, which may not have angle brackets.</summary>
    public static string HintName(this INamedTypeSymbol type) =>
        type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat).Replace('<', '{').Replace('>', '}');
}
