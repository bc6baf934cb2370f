using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Parsing.Schemas;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KubeBuilderNet.Generators.Parsing.Defaults;

/// <summary>Lists, dictionaries and objects that are written out in an initializer, as JSON, if all that is in them is constant.</summary>
internal static class CreationValue
{
    private static readonly HashSet<string> WrittenAsText = new(StringComparer.Ordinal) { "Uri", "ResourceQuantity", "IntOrString" };

    public static bool Is(ExpressionSyntax value) =>
        value is BaseObjectCreationExpressionSyntax or CollectionExpressionSyntax or ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax;

    public static string? Of(ExpressionSyntax value, ITypeSymbol type, SchemaBuilder builder) => value switch
    {
        CollectionExpressionSyntax collection when collection.Elements.All(element => element is ExpressionElementSyntax) =>
            OfList(collection.Elements.Select(element => ((ExpressionElementSyntax)element).Expression), type, builder),
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => OfList(initializer.Expressions, type, builder),
        ImplicitArrayCreationExpressionSyntax { Initializer: { } initializer } => OfList(initializer.Expressions, type, builder),
        BaseObjectCreationExpressionSyntax { Initializer: null, ArgumentList.Arguments: [var argument] } when WrittenAsText.Contains(type.Name) =>
            DefaultValue.OfElement(argument.Expression, type, builder),
        BaseObjectCreationExpressionSyntax { ArgumentList: null or { Arguments.Count: 0 } } creation => OfObject(creation, type, builder),
        _ => null,
    };

    private static string? OfList(IEnumerable<ExpressionSyntax> elements, ITypeSymbol type, SchemaBuilder builder)
    {
        if (ListSchema.ElementType(type) is not { } elementType || type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte })
            return null;
        var values = new List<string>();
        foreach (var element in elements)
        {
            if (DefaultValue.OfElement(element, elementType, builder) is not { } json)
                return null;
            values.Add(json);
        }
        return $"[{string.Join(",", values)}]";
    }

    private static string? OfObject(BaseObjectCreationExpressionSyntax creation, ITypeSymbol type, SchemaBuilder builder)
    {
        // What is created may be of another type than the property: a List<T> for an IList<T>.
        if (creation is ObjectCreationExpressionSyntax && builder.SemanticModelOf(creation.SyntaxTree)?.GetTypeInfo(creation, builder.Cancellation).Type is { } created)
            type = created;
        if (MapSchema.ValueType(type) is { } valueType)
            return creation.Initializer is null ? "{}" : OfMap(creation.Initializer, valueType, builder);
        if (ListSchema.ElementType(type) is not null)
            return creation.Initializer is null ? "[]" : OfList(creation.Initializer.Expressions, type, builder);
        return type is INamedTypeSymbol named ? OfMembers(creation.Initializer, named, builder) : null;
    }

    private static string? OfMap(InitializerExpressionSyntax initializer, ITypeSymbol valueType, SchemaBuilder builder)
    {
        var json = new JsonWriter().StartObject();
        foreach (var expression in initializer.Expressions)
        {
            var (key, value) = expression switch
            {
                AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax { ArgumentList.Arguments: [var index] } } assignment => (index.Expression, assignment.Right),
                InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ComplexElementInitializerExpression, Expressions: [var first, var second] } => (first, second),
                _ => (null, null),
            };
            if (key is null || value is null || Key(key, builder) is not { } name || DefaultValue.OfElement(value, valueType, builder) is not { } text)
                return null;
            json.Name(name).Raw(text);
        }
        return json.EndObject().ToString();
    }

    private static string? Key(ExpressionSyntax key, SchemaBuilder builder) => key is LiteralExpressionSyntax literal
        ? literal.Token.Value as string
        : builder.SemanticModelOf(key.SyntaxTree)?.GetConstantValue(key, builder.Cancellation).Value as string;

    private static string? OfMembers(InitializerExpressionSyntax? initializer, INamedTypeSymbol type, SchemaBuilder builder)
    {
        var json = new JsonWriter().StartObject();
        var properties = SerializedProperties.Of(type);
        foreach (var expression in initializer?.Expressions ?? default)
        {
            if (expression is not AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: var name }, Right: var value })
                return null;
            // What JSON doesn't hold, and null, which it leaves out.
            if (properties.Find(property => property.Symbol.Name == name) is not { } property || value.IsKind(SyntaxKind.NullLiteralExpression))
                continue;
            if (DefaultValue.OfElement(value, property.Symbol.Type, builder) is not { } text)
                return null;
            json.Name(property.JsonName).Raw(text);
        }
        return json.EndObject().ToString();
    }
}
