using KubeBuilderNet.Generators.Emit;
using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using KubeBuilderNet.Generators.Parsing;
using KubeBuilderNet.Generators.Parsing.Rbac;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

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

        var role = grants.Collect()
            .Combine(Inferred(context))
            .Combine(BuildOptions.Text(context, "KubeBuilderRoleName"))
            .Select(static (all, _) => RoleWriter.Write(all.Left.Left.SelectMany(some => some).Concat(all.Left.Right), all.Right ?? "manager-role"))
            .WithTrackingName(TrackingNames.RbacRole);
        context.RegisterSourceOutput(role.Combine(BuildOptions.AreManifestsWanted(context)), static (output, pair) =>
        {
            if (pair.Left is { } json && pair.Right)
                output.AddSource("ManagerRole.g.cs", ManifestWriter.Write("rbac/role.yaml", writer => writer.Raw(json)));
        });
    }

    private static IncrementalValueProvider<EquatableArray<RbacGrant>> Inferred(IncrementalGeneratorInitializationContext context)
    {
        var isTurnedOff = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownTypeNames.InferRbacAttribute,
                static (node, _) => node is CompilationUnitSyntax,
                static (found, _) => InferredGrants.IsTurnedOff(found.TargetSymbol))
            .Collect()
            .Select(static (switches, _) => switches.Contains(true));

        return context.SyntaxProvider
            .CreateSyntaxProvider(
                static (node, _) => ControllerParser.MayBeReconciler(node),
                static (found, cancellation) => InferredGrants.Of((INamedTypeSymbol?)found.SemanticModel.GetDeclaredSymbol(found.Node, cancellation)))
            .Where(static some => some.Count > 0)
            .WithTrackingName(TrackingNames.RbacInference)
            .Collect()
            .Combine(isTurnedOff)
            .Select(static (pair, _) => pair.Right ? EquatableArray<RbacGrant>.Empty : pair.Left.SelectMany(some => some).ToEquatableArray());
    }
}
