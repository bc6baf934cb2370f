using KubeBuilderNet.Generators.Emit;
using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using KubeBuilderNet.Generators.Parsing.Applying;
using KubeBuilderNet.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KubeBuilderNet.Generators;

/// <summary>Writes the apply configurations of every kind with <c>[GenerateApplyConfiguration]</c>.</summary>
[Generator]
public sealed class ApplyConfigurationGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var parsed = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownTypeNames.GenerateApplyConfigurationAttribute,
                static (node, _) => node is TypeDeclarationSyntax,
                static (found, cancellation) => ReadOnce<ApplyTypes>.Of(found, ApplyTypeParser.Parse, cancellation))
            .WithTrackingName(TrackingNames.ApplyParsing);

        var diagnostics = parsed.SelectMany(static (found, _) => found.Diagnostic is { } diagnostic ? EquatableArray.Of(diagnostic) : EquatableArray<Diagnostics.DiagnosticInfo>.Empty);
        context.RegisterSourceOutput(diagnostics, static (output, diagnostic) => output.ReportDiagnostic(diagnostic.ToDiagnostic()));

        var types = parsed.Select(static (found, _) => found.Types)
            .Flattened()
            .SelectMany(static (all, _) => HintNames.MakeDistinct(
                all.GroupBy(static type => type.FullName, StringComparer.Ordinal).Select(static same => same.First()),
                static type => type.HintName,
                static (type, name) => type with { HintName = name }))
            .WithTrackingName(TrackingNames.ApplyTypes);
        context.RegisterSourceOutput(types, static (output, type) => output.AddSource($"{type.HintName}.g.cs", ApplyConfigurationWriter.Write(type)));
    }
}
