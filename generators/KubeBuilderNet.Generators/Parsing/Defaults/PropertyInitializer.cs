using KubeBuilderNet.Generators.Parsing.Schemas;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KubeBuilderNet.Generators.Parsing.Defaults;

/// <summary>What a property has when JSON says nothing: its initializer, and its value as JSON when that is constant.</summary>
internal readonly record struct PropertyInitializer(bool IsPresent, string? Default)
{
    public static PropertyInitializer Read(IPropertySymbol property, SchemaBuilder builder)
    {
        if (property.DeclaringSyntaxReferences.Length == 0)
            return default;
        foreach (var reference in property.DeclaringSyntaxReferences)
        {
            var value = reference.GetSyntax(builder.Cancellation) switch
            {
                PropertyDeclarationSyntax { Initializer.Value: IdentifierNameSyntax name } declaration when PrimaryParameter(declaration, name) is { } parameter =>
                    parameter.Default?.Value,
                PropertyDeclarationSyntax declaration => declaration.Initializer?.Value,
                ParameterSyntax parameter => parameter.Default?.Value,
                _ => null,
            };
            if (value is not null && !IsPlaceholder(value))
                return new PropertyInitializer(true, DefaultValue.Of(value, property.Type, builder));
        }
        return new PropertyInitializer(false, Zero(property.Type));
    }

    // A parameter of the class itself: JSON gives it, so what it defaults to is what the property has without.
    private static ParameterSyntax? PrimaryParameter(PropertyDeclarationSyntax property, IdentifierNameSyntax name) =>
        (property.Parent as TypeDeclarationSyntax)?.ParameterList?.Parameters.FirstOrDefault(
            parameter => parameter.Identifier.ValueText == name.Identifier.ValueText);

    // `= null!` and `= default!` only quiet the compiler: the value must come from JSON.
    private static bool IsPlaceholder(ExpressionSyntax value) => value is PostfixUnaryExpressionSyntax
    {
        RawKind: (int)SyntaxKind.SuppressNullableWarningExpression,
        Operand: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression or (int)SyntaxKind.DefaultLiteralExpression },
    };

    // What C# gives a value nobody wrote; saying so keeps stored objects equal to what the operator reads.
    private static string? Zero(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Boolean => "false",
        SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16
            or SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64
            or SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal => "0",
        _ when type is INamedTypeSymbol { TypeKind: TypeKind.Enum, EnumUnderlyingType: { } underlying } =>
            EnumSchema.NameOf(type, EnumZero(underlying.SpecialType)),
        _ => null,
    };

    private static object EnumZero(SpecialType underlying) => underlying switch
    {
        SpecialType.System_Byte => (byte)0,
        SpecialType.System_SByte => (sbyte)0,
        SpecialType.System_Int16 => (short)0,
        SpecialType.System_UInt16 => (ushort)0,
        SpecialType.System_UInt32 => 0u,
        SpecialType.System_Int64 => 0L,
        SpecialType.System_UInt64 => 0ul,
        _ => 0,
    };
}
