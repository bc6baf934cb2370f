using System.Globalization;
using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Parsing.Schemas;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KubeBuilderNet.Generators.Parsing.Defaults;

/// <summary>The value of an initializer as JSON, if it is constant.</summary>
internal static class DefaultValue
{
    /// <summary>The default that an initializer gives; nothing for what is empty, which C# has anyway.</summary>
    public static string? Of(ExpressionSyntax value, ITypeSymbol type, SchemaBuilder builder) => OfElement(value, type, builder) switch
    {
        // An empty text is C#'s way to say that there is none; and Kubernetes up to 1.20 refuses it as a default.
        "\"\"" or "[]" or "{}" or "null" => null,
        var json => json,
    };

    /// <summary>The value as JSON, empty ones too, or null if it isn't constant.</summary>
    public static string? OfElement(ExpressionSyntax value, ITypeSymbol type, SchemaBuilder builder)
    {
        var target = Underlying(type);
        // Literals need no binding, and most initializers are literals.
        if (value.IsKind(SyntaxKind.NullLiteralExpression))
            return "null";
        if (value is LiteralExpressionSyntax literal && target.TypeKind != TypeKind.Enum && !literal.IsKind(SyntaxKind.DefaultLiteralExpression))
            return OfConstant(literal.Token.Value, target);
        if (CreationValue.Is(value))
            return CreationValue.Of(value, target, builder);
        if (builder.SemanticModelOf(value.SyntaxTree) is not { } model)
            return null;
        var constant = model.GetConstantValue(value, builder.Cancellation);
        if (constant.HasValue)
            return OfConstant(constant.Value, target);
        return model.GetSymbolInfo(value, builder.Cancellation).Symbol switch
        {
            IFieldSymbol { Name: "Zero" } field when field.ContainingType.Is("System", "TimeSpan") => JsonWriter.Quote(Duration.Format(TimeSpan.Zero)),
            IMethodSymbol method when method.ContainingType.Is("System", "TimeSpan") => OfTimeSpan(value, method, model, builder.Cancellation),
            _ => null,
        };
    }

    private static ITypeSymbol Underlying(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    private static string? OfConstant(object? value, ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Enum } => EnumSchema.NameOf(type, value),
        { SpecialType: SpecialType.System_Single } when value is not null => JsonText.Of(Convert.ToSingle(value, CultureInfo.InvariantCulture)),
        { Name: "ResourceQuantity" or "IntOrString" or "Uri" } => JsonText.Of(value),
        { SpecialType: not SpecialType.None and not SpecialType.System_Object } => JsonText.Of(value),
        _ => null,
    };

    private static string? OfTimeSpan(ExpressionSyntax value, IMethodSymbol method, SemanticModel model, CancellationToken cancellation)
    {
        if (value is not InvocationExpressionSyntax { ArgumentList.Arguments: [var argument] }
            || model.GetConstantValue(argument.Expression, cancellation) is not { HasValue: true, Value: IConvertible number })
        {
            return null;
        }
        var ticks = method.Name switch
        {
            "FromDays" => TimeSpan.TicksPerDay,
            "FromHours" => TimeSpan.TicksPerHour,
            "FromMinutes" => TimeSpan.TicksPerMinute,
            "FromSeconds" => TimeSpan.TicksPerSecond,
            "FromMilliseconds" => TimeSpan.TicksPerMillisecond,
            _ => 0,
        };
        return ticks == 0 ? null : JsonWriter.Quote(Duration.Format(TimeSpan.FromTicks((long)(number.ToDecimal(CultureInfo.InvariantCulture) * ticks))));
    }
}
