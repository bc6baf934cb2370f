using KubeBuilderNet.Generators.Emit;
using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using KubeBuilderNet.Generators.Parsing.Controllers;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators;

/// <summary>Writes <c>AddGeneratedControllers()</c> in projects that reference the runtime.</summary>
[Generator]
public sealed class ControllerRegistrationGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var runtime = context.CompilationProvider.Select(static (compilation, _) => compilation.GetTypeByMetadataName(KnownTypeNames.KubeBuilder)?.Name);

        var found = context.SyntaxProvider
            .CreateSyntaxProvider(
                static (node, _) => ControllerParser.MayBeReconciler(node),
                static (found, cancellation) => ControllerParser.Parse(
                    (INamedTypeSymbol?)found.SemanticModel.GetDeclaredSymbol(found.Node, cancellation), found.SemanticModel.Compilation, cancellation))
            .Where(static some => some.Value is not null)
            .WithTrackingName(TrackingNames.ControllerParsing);

        // A partial class is found once for each of its declarations.
        var diagnostics = found
            .Select(static (some, _) => some.Diagnostics)
            .Flattened()
            .SelectMany(static (all, _) => all.Distinct())
            .WithTrackingName(TrackingNames.ControllerDiagnostics);
        context.RegisterSourceOutput(diagnostics, static (output, diagnostic) => output.ReportDiagnostic(diagnostic.ToDiagnostic()));

        var controllers = found
            .Select(static (some, _) => some.Value!)
            .Flattened()
            .Select(static (all, _) => Sorted(all))
            .WithTrackingName(TrackingNames.Controllers);
        context.RegisterSourceOutput(controllers.Combine(Others(context)).Combine(runtime), static (output, all) =>
        {
            var ((controllers, others), runtime) = all;
            if (runtime is not null)
                output.AddSource("GeneratedControllers.g.cs", ControllerWriter.Write(controllers, others));
        });
    }

    // An assembly is found once for each file with such an attribute, a partial class once for each of its declarations.
    private static IncrementalValueProvider<EquatableArray<OtherNeeds>> Others(IncrementalGeneratorInitializationContext context) => context.SyntaxProvider
        .ForAttributeWithMetadataName(KnownTypeNames.RbacAttribute, static (_, _) => true, static (found, cancellation) => ControllerNeeds.OfOther(found, cancellation))
        .Where(static other => other.Needs.Count > 0)
        .Collect()
        .Select(static (all, _) => ControllerNeeds.Merge(all))
        .WithTrackingName(TrackingNames.OtherNeeds);

    private static EquatableArray<ControllerRegistration> Sorted(IEnumerable<ControllerRegistration> controllers) => controllers
        .Distinct()
        .OrderBy(controller => controller.Reconciler, StringComparer.Ordinal)
        .ThenBy(controller => controller.Resource, StringComparer.Ordinal)
        .ToEquatableArray();
}
