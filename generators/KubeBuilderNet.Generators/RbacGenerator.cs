using KubeBuilderNet.Generators.Emit;
using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using KubeBuilderNet.Generators.Parsing.Controllers;
using KubeBuilderNet.Generators.Parsing.Rbac;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators;

/// <summary>Writes the manager's roles from every <c>[Rbac]</c> of the project and from what its reconcilers need by their nature.</summary>
[Generator]
public sealed class RbacGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var grants = context.SyntaxProvider
            .ForAttributeWithMetadataName(KnownTypeNames.RbacAttribute, static (_, _) => true, static (found, cancellation) => RbacParser.Parse(found.Attributes, cancellation))
            .WithTrackingName(TrackingNames.RbacParsing);

        var diagnostics = grants.SelectMany(static (some, _) => some.Where(grant => grant.Diagnostic is not null));
        context.RegisterSourceOutput(diagnostics, static (output, grant) => output.ReportDiagnostic(grant.Diagnostic!.ToDiagnostic()));

        var options = context.BuildOptions();
        var role = grants.Flattened()
            .Concat(Inferred(context))
            .Combine(options)
            .Select(static (pair, _) => RoleWriter.Write(pair.Left, pair.Right))
            .WithTrackingName(TrackingNames.RbacRole);
        context.RegisterSourceOutput(role.Combine(options), static (output, pair) =>
        {
            if (pair.Left is { } json && pair.Right.WritesManifests)
                output.AddSource("ManagerRole.g.cs", ManifestWriter.Write("rbac/role.yaml", writer => writer.Raw(json)));
        });
    }

    private static IncrementalValueProvider<EquatableArray<RbacGrant>> Inferred(IncrementalGeneratorInitializationContext context) => context.SyntaxProvider
        .CreateSyntaxProvider(
            static (node, _) => ControllerParser.MayBeReconciler(node),
            static (found, cancellation) => InferredGrants.Of((INamedTypeSymbol?)found.SemanticModel.GetDeclaredSymbol(found.Node, cancellation)))
        .Where(static some => some.Count > 0)
        .WithTrackingName(TrackingNames.RbacInference)
        .Flattened();
}
