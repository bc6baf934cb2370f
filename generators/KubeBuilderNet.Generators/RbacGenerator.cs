using KubeBuilderNet.Generators.Emit;
using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators;

/// <summary>Writes the manager's role from every <c>[Rbac]</c> of the project.</summary>
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
            .Select(static (all, _) => RoleWriter.Write(all.SelectMany(some => some)))
            .WithTrackingName(TrackingNames.RbacRole);
        context.RegisterSourceOutput(role.Combine(BuildOptions.AreManifestsWanted(context)), static (output, pair) =>
        {
            if (pair.Left is { } json && pair.Right)
                output.AddSource("ManagerRole.g.cs", ManifestWriter.Write("rbac/role.yaml", writer => writer.Raw(json)));
        });
    }
}
