using System.Collections.Immutable;
using KubeBuilderNet.Generators.Emit;
using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using KubeBuilderNet.Generators.Parsing;
using KubeBuilderNet.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KubeBuilderNet.Generators;

/// <summary>Writes <c>DeepCopy()</c> for every class that custom resources are made of.</summary>
[Generator]
public sealed class DeepCopyGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        context.RegisterPostInitializationOutput(static output => output.AddEmbeddedAttributeDefinition());

        var parsed = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownTypeNames.CustomResourceAttribute,
                static (node, _) => node is TypeDeclarationSyntax,
                static (found, cancellation) => ReadOnce<DeepCopies>.Of(found, Read, cancellation))
            .WithTrackingName(TrackingNames.DeepCopyParsing);

        var diagnostics = parsed.Select(static (copies, _) => copies.Diagnostics)
            .Collect()
            .SelectMany(static (all, _) => all.SelectMany(some => some).Distinct());
        context.RegisterSourceOutput(diagnostics, static (output, diagnostic) => output.ReportDiagnostic(diagnostic.ToDiagnostic()));

        var types = parsed.Select(static (copies, _) => copies.Types)
            .Collect()
            .Select(static (perResource, _) => Distinct(perResource))
            .WithTrackingName(TrackingNames.DeepCopyTypes);

        var own = types.SelectMany(static (all, _) => HintNames.MakeDistinct(
            all.Where(type => type.Partial is not null),
            static type => type.Partial!.HintName,
            static (type, name) => type with { Partial = type.Partial! with { HintName = name } }));
        context.RegisterSourceOutput(own, static (output, type) =>
            output.AddSource($"{type.Partial!.HintName}.DeepCopy.g.cs", DeepCopyWriter.WritePartial(type)));

        var foreign = types.Select(static (all, _) => all.Where(type => type.Partial is null).ToEquatableArray())
            .WithTrackingName(TrackingNames.DeepCopyExtensions);
        context.RegisterSourceOutput(foreign, static (output, all) =>
        {
            if (all.Count > 0)
                output.AddSource("GeneratedDeepCopies.g.cs", DeepCopyWriter.WriteExtensions(all));
        });
    }

    private static DeepCopies Read(GeneratorAttributeSyntaxContext found, CancellationToken cancellation) =>
        DeepCopyParser.Parse((INamedTypeSymbol)found.TargetSymbol, found.SemanticModel.Compilation, cancellation);

    private static EquatableArray<CopiedType> Distinct(ImmutableArray<EquatableArray<CopiedType>> perResource)
    {
        var byName = new SortedDictionary<string, CopiedType>(StringComparer.Ordinal);
        foreach (var types in perResource)
        {
            foreach (var type in types)
                byName[type.FullName] = type;
        }

        return byName.Values.ToEquatableArray();
    }
}
