using KubeBuilderNet.Generators.Emit;
using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using KubeBuilderNet.Generators.Parsing;
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

        var controllers = context.SyntaxProvider
            .CreateSyntaxProvider(
                static (node, _) => ControllerParser.MayBeReconciler(node),
                static (found, cancellation) => ControllerParser.Parse((INamedTypeSymbol?)found.SemanticModel.GetDeclaredSymbol(found.Node, cancellation)))
            .Where(static some => some.Count > 0)
            .WithTrackingName(TrackingNames.ControllerParsing)
            .Flattened()
            .Select(static (all, _) => Sorted(all))
            .WithTrackingName(TrackingNames.Controllers);

        context.RegisterSourceOutput(controllers.Combine(runtime), static (output, pair) =>
        {
            if (pair.Right is not null)
                output.AddSource("GeneratedControllers.g.cs", ControllerWriter.Write(pair.Left));
        });
    }

    // A partial class is found once for each of its declarations.
    private static EquatableArray<ControllerRegistration> Sorted(IEnumerable<ControllerRegistration> controllers) => controllers
        .Distinct()
        .OrderBy(controller => controller.Reconciler, StringComparer.Ordinal)
        .ThenBy(controller => controller.Resource, StringComparer.Ordinal)
        .ToEquatableArray();
}
