using KubeBuilderNet.Generators.Diagnostics;
using KubeBuilderNet.Generators.Emit;
using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using KubeBuilderNet.Generators.Parsing;
using KubeBuilderNet.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KubeBuilderNet.Generators;

/// <summary>For each class with <c>[CustomResource]</c>: its kind in C#, its CustomResourceDefinition as a manifest, and its place in the client set of its version.</summary>
[Generator(LanguageNames.CSharp)]
public sealed partial class CustomResourceGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var parsed = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownTypeNames.CustomResourceAttribute,
                static (node, _) => node is TypeDeclarationSyntax,
                static (found, cancellation) => ReadOnce<Result<CustomResourceModel>>.Of(found, CustomResourceParser.Parse, cancellation))
            .WithTrackingName(TrackingNames.CustomResourceParsing);

        // Resources that share a class share what is wrong with it.
        var diagnostics = parsed.Select(static (result, _) => result.Diagnostics)
            .Collect()
            .SelectMany(static (all, _) => all.SelectMany(some => some).Distinct())
            .WithTrackingName(TrackingNames.CustomResourceDiagnostics);
        RegisterDiagnostics(context, diagnostics);

        RegisterCode(context, parsed);
        RegisterConflicts(context, parsed);
        RegisterManifests(context, parsed);
        RegisterClients(context, parsed);
    }

    private static void RegisterCode(
        IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<Result<CustomResourceModel>> parsed)
    {
        var identities = parsed
            .Where(static result => result.Value?.Identity is not null)
            .Select(static (result, _) => result.Value!.Identity!)
            .Collect()
            .SelectMany(static (all, _) => HintNames.MakeDistinct(
                all, static identity => identity.HintName, static (identity, name) => identity with { HintName = name }))
            .WithTrackingName(TrackingNames.CustomResourceIdentity);
        context.RegisterSourceOutput(identities, static (context, identity) =>
            context.AddSource($"{identity.HintName}.CustomResource.g.cs", CustomResourceWriter.Write(identity)));
    }

    private static void RegisterConflicts(
        IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<Result<CustomResourceModel>> parsed)
    {
        var conflicts = parsed
            .Where(static result => result.Value is not null)
            .Select(static (result, _) => result.Value!.Declaration)
            .Collect()
            .SelectMany(static (declarations, _) => CrdGrouping.FindConflicts(declarations))
            .WithTrackingName(TrackingNames.CustomResourceConflicts);
        RegisterDiagnostics(context, conflicts);
    }

    // Code fixes need a place in a document. Only where there are diagnostics does this look at the compilation.
    private static void RegisterDiagnostics(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<DiagnosticInfo> diagnostics) =>
        context.RegisterSourceOutput(
            diagnostics.Combine(context.CompilationProvider),
            static (context, pair) => context.ReportDiagnostic(pair.Left.ToDiagnostic(pair.Right)));

    private static void RegisterManifests(
        IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<Result<CustomResourceModel>> parsed)
    {
        var definitions = parsed
            .Where(static result => result.Value?.Version is not null)
            .Select(static (result, _) => result.Value!.Version!)
            .WithTrackingName(TrackingNames.CustomResourceVersions)
            .Collect()
            .SelectMany(static (versions, _) => CrdGrouping.Group(versions))
            .WithTrackingName(TrackingNames.CustomResourceDefinitions)
            .Combine(context.BuildOptions());
        context.RegisterSourceOutput(definitions, static (context, pair) =>
        {
            var (crd, options) = pair;
            if (options.WritesManifests)
                context.AddSource($"{crd.Names.Group}_{crd.Names.Plural}.Manifest.g.cs", ManifestWriter.Write(crd.Path, json => CrdWriter.Write(json, crd, options.Schemas)));
        });
    }
}
