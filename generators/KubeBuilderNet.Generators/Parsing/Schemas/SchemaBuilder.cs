using KubeBuilderNet.Generators.Diagnostics;
using KubeBuilderNet.Generators.Model;
using KubeBuilderNet.Generators.Parsing.Checks;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing.Schemas;

/// <summary>Makes the schema of a type: the first function of the list that knows the type decides.</summary>
/// <param name="compilation">Where constants are evaluated; null when only metadata is read.</param>
/// <param name="models">Resolves KubernetesClient's classes when their own schemas are being made: then nothing is reported.</param>
/// <param name="cancellation">Ends the work when its result isn't wanted any more.</param>
internal sealed class SchemaBuilder(Compilation? compilation, Func<string, Schema>? models, CancellationToken cancellation)
{
    private delegate Schema? Function(ITypeSymbol type, SchemaTarget target, SchemaBuilder builder);

    // The order matters: a string is a sequence, a dictionary is one too, and a byte array is not a list.
    private static readonly Function[] Functions =
    [
        NullableSchema.TryBuild,
        ScalarSchema.TryBuild,
        WellKnownSchema.TryBuild,
        EnumSchema.TryBuild,
        MapSchema.TryBuild,
        ListSchema.TryBuild,
        ModelSchema.TryBuild,
        ObjectSchema.TryBuild,
    ];

    private readonly Dictionary<SyntaxTree, SemanticModel> _semanticModels = [];
    private readonly Dictionary<ITypeSymbol, Schema> _finished = new(SymbolEqualityComparer.IncludeNullability);

    public List<DiagnosticInfo> Diagnostics { get; } = [];

    public Func<string, Schema>? Models { get; } = models;

    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>The types being built, outermost first, with the property that led to each.</summary>
    public List<(ITypeSymbol Type, string Property)> Open { get; } = [];

    public Schema Build(ITypeSymbol type, SchemaTarget target)
    {
        Cancellation.ThrowIfCancellationRequested();
        if (_finished.TryGetValue(type, out var schema))
            return schema;
        var reported = Diagnostics.Count;
        schema = type is INamedTypeSymbol named && DeclaredType.Is(named) ? DeclaredType.Build(named, target, this) : BuildKnown(type, target);
        TypeChecks.Run(schema, type, this);
        // A type with errors is built again, so that each property that uses it is named.
        if (Diagnostics.Count == reported)
            _finished[type] = schema;
        return schema;
    }

    /// <summary>The schema that the C# type has, whatever attributes say of it.</summary>
    public Schema BuildKnown(ITypeSymbol type, SchemaTarget target)
    {
        foreach (var function in Functions)
        {
            if (function(type, target, this) is { } built)
                return built;
        }
        // A name that isn't there is the compiler's to report.
        return type.TypeKind == TypeKind.Error ? Schema.PreserveAnything
            : Unsupported(type, target, "use a class, a list, a dictionary with string keys or a simple type, or a JsonElement for any content");
    }

    /// <summary>The schema of a type, or null, and nothing reported, if it has none.</summary>
    public Schema? TryBuild(ITypeSymbol type, SchemaTarget target)
    {
        var reported = Diagnostics.Count;
        var schema = Build(type, target);
        if (!Diagnostics.Skip(reported).Any(found => found.IsError))
            return schema;
        Diagnostics.RemoveRange(reported, Diagnostics.Count - reported);
        return null;
    }

    /// <summary>Where the constants of a file are evaluated; null for files of another project.</summary>
    public SemanticModel? SemanticModelOf(SyntaxTree tree)
    {
        if (_semanticModels.TryGetValue(tree, out var model))
            return model;
        return compilation?.ContainsSyntaxTree(tree) == true ? _semanticModels[tree] = compilation.GetSemanticModel(tree) : null;
    }

    public Schema Unsupported(ITypeSymbol type, SchemaTarget target, string advice)
    {
        Report(DiagnosticDescriptors.UnsupportedType, target, target.Name, type.ShortName(), advice);
        return Schema.PreserveAnything;
    }

    public void Report(DiagnosticDescriptor descriptor, SchemaTarget target, params string[] arguments)
    {
        if (Models is not null)
            return;
        // An attribute of a type is read for each property of that type.
        var diagnostic = DiagnosticInfo.Create(descriptor, target.Location, arguments);
        if (!Diagnostics.Contains(diagnostic))
            Diagnostics.Add(diagnostic);
    }
}
