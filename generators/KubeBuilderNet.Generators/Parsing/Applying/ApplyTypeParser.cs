using KubeBuilderNet.Generators.Diagnostics;
using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using KubeBuilderNet.Generators.Parsing.Schemas;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing.Applying;

/// <summary>Reads, from a kind with <c>[GenerateApplyConfiguration]</c>, the apply configurations of its class and of all that it is made of.</summary>
internal sealed class ApplyTypeParser
{
    private readonly ApplyTypeNames _names;
    private readonly Queue<INamedTypeSymbol> _pending = new();
    private readonly HashSet<ISymbol> _seen = new(SymbolEqualityComparer.Default);
    private readonly List<ApplyType> _types = [];

    private ApplyTypeParser(ApplyTypeNames names) => _names = names;

    public static ApplyTypes Parse(GeneratorAttributeSyntaxContext found, CancellationToken cancellation)
    {
        var root = (INamedTypeSymbol)found.TargetSymbol;
        var compilation = found.SemanticModel.Compilation;
        if (Refusal(root, compilation) is { } reason)
        {
            return new ApplyTypes(EquatableArray<ApplyType>.Empty, DiagnosticInfo.Create(
                DiagnosticDescriptors.NoApplyConfiguration, found.Attributes[0].GetLocation(cancellation), root.Name, reason));
        }
        var parser = new ApplyTypeParser(new ApplyTypeNames(root));
        parser._types.Add(parser.Resource(root));
        while (parser._pending.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            parser._types.Add(parser.Part(parser._pending.Dequeue()));
        }
        return new ApplyTypes(parser._types.ToEquatableArray(), null);
    }

    private static string? Refusal(INamedTypeSymbol root, Compilation compilation)
    {
        if (ResourceBase.Of(root) is null || root.FindAttribute(KnownTypeNames.Annotations, "CustomResourceAttribute") is null)
            return "only a custom resource has one, a class with [CustomResource] that derives from CustomResource<TSpec>";
        return compilation.GetTypeByMetadataName(KnownTypeNames.ApplyConfiguration) is null
            ? "the project doesn't refer to the package KubeBuilderNet.Client, which has what it derives from"
            : null;
    }

    private ApplyType Resource(INamedTypeSymbol root)
    {
        var @base = ResourceBase.Of(root)!;
        var properties = Members(root);
        if (@base.Status is { } status)
            properties.Insert(0, Property("Status", "status", status, null, EquatableArray<ApplyKey>.Empty));
        if (@base.Spec is { } spec)
            properties.Insert(0, Property("Spec", "spec", spec, null, EquatableArray<ApplyKey>.Empty));
        return Type(root, isResource: true, properties);
    }

    private ApplyType Part(INamedTypeSymbol type) => Type(type, isResource: false, Members(type));

    private ApplyType Type(INamedTypeSymbol type, bool isResource, List<ApplyProperty> properties) => new(
        _names.Namespace(type), ApplyTypeNames.Of(type), type.GlobalName(), IsPublic(type), isResource,
        properties.ToEquatableArray());

    private List<ApplyProperty> Members(INamedTypeSymbol type) => SerializedProperties.Of(type)
        .Where(static property => !property.Attributes.IsExtensionData && IsSeen(property.Symbol))
        .Select(property => Property(
            property.Symbol.Name, property.JsonName, property.Symbol.Type, Documentation(property.Symbol),
            ApplyKeys.Of(property), isOpaque: property.Attributes.Converter is not null || property.Attributes.IsUnread))
        .ToList();

    private ApplyProperty Property(
        string name, string json, ITypeSymbol type, string? documentation, EquatableArray<ApplyKey> keys, bool isOpaque = false)
    {
        type = WithoutNullable(type);
        if (!isOpaque && PartOf(type) is { } part)
            return new ApplyProperty(name, json, Reach(part), ApplyShape.Part, documentation, EquatableArray<ApplyKey>.Empty);
        if (!isOpaque && HasTextKeys(type) && MapSchema.ValueType(type) is { } value && PartOf(WithoutNullable(value)) is { } named)
            return new ApplyProperty(name, json, Reach(named), ApplyShape.Map, documentation, EquatableArray<ApplyKey>.Empty);
        if (!isOpaque && MapSchema.ValueType(type) is null && ListSchema.ElementType(type) is { } element && PartOf(WithoutNullable(element)) is { } item)
            return new ApplyProperty(name, json, Reach(item), ApplyShape.Parts, documentation, keys);
        return new ApplyProperty(
            name, json, ApplyTypeNames.CSharp(type), type.IsValueType ? ApplyShape.Struct : ApplyShape.Value, documentation, EquatableArray<ApplyKey>.Empty);
    }

    // Classes that users write; those of others are sent as they are, and KubernetesClient's leave out what is null.
    private static INamedTypeSymbol? PartOf(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false, IsTupleType: false, SpecialType: SpecialType.None } named
        && DeclaredType.Is(named)
        && !named.IsIn(KnownTypeNames.ModelsNamespace)
        && ListSchema.ElementType(named) is null
        && MapSchema.ValueType(named) is null
        && DeclaredAttributes.Of(named) is { Converter: null, IsUnread: false, HasSchemaType: false }
            ? named
            : null;

    private string Reach(INamedTypeSymbol part)
    {
        part = (INamedTypeSymbol)part.WithNullableAnnotation(NullableAnnotation.None);
        if (_seen.Add(part))
            _pending.Enqueue(part);
        return _names.FullName(part);
    }

    private static ITypeSymbol WithoutNullable(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type.WithNullableAnnotation(NullableAnnotation.None);

    private static bool HasTextKeys(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_String }, _] };

    private static bool IsSeen(IPropertySymbol property) =>
        property.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal;

    private static bool IsPublic(INamedTypeSymbol type)
    {
        for (ISymbol? current = type; current is INamedTypeSymbol named; current = current.ContainingType)
        {
            if (named.DeclaredAccessibility != Accessibility.Public || !named.TypeArguments.OfType<INamedTypeSymbol>().All(IsPublic))
                return false;
        }
        return true;
    }

    private static string? Documentation(IPropertySymbol property) => property.ContainingType is { IsGenericType: false } type
        ? $"{type.GlobalName()}.{property.Name}"
        : null;
}
