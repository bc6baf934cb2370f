using KubeBuilderNet.Generators.Emit;
using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using KubeBuilderNet.Generators.Parsing.Webhooks;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators;

/// <summary>Writes the webhook configurations from every <c>[ValidatingWebhook]</c> and <c>[DefaultingWebhook]</c> of the project.</summary>
[Generator]
public sealed class WebhookGenerator : IIncrementalGenerator
{
    private static readonly (string Attribute, bool IsMutating)[] Attributes =
    [
        (KnownTypeNames.DefaultingWebhookAttribute, true),
        (KnownTypeNames.DefaultingWebhookOfKindAttribute, true),
        (KnownTypeNames.ValidatingWebhookAttribute, false),
        (KnownTypeNames.ValidatingWebhookOfKindAttribute, false),
    ];

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var declared = Declared(context);
        var diagnostics = declared
            .SelectMany(static (all, _) => all.Select(one => one.Diagnostic).OfType<Diagnostics.DiagnosticInfo>().Concat(WebhookGrouping.FindSharedNames(all)))
            .WithTrackingName(TrackingNames.WebhookDiagnostics);
        context.RegisterSourceOutput(diagnostics, static (output, diagnostic) => output.ReportDiagnostic(diagnostic.ToDiagnostic()));

        var names = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownTypeNames.WebhookConfigurationAttribute, static (_, _) => true, static (found, _) => WebhookGrouping.ReadNames(found.Attributes[0]))
            .Collect()
            .Select(static (all, _) => all.FirstOrDefault() ?? WebhookNames.Default);
        var configurations = declared
            .Combine(names)
            .Select(static (pair, _) => WebhookGrouping.Group(pair.Left, pair.Right))
            .WithTrackingName(TrackingNames.Webhooks);
        context.RegisterSourceOutput(configurations.Combine(context.BuildOptions()), static (output, pair) =>
        {
            if (pair.Right.WritesManifests && WebhookWriter.Write(pair.Left) is { } json)
                output.AddSource("Webhooks.g.cs", ManifestWriter.Write("webhook/manifests.yaml", writer => writer.Raw(json)));
        });
    }

    private static IncrementalValueProvider<EquatableArray<DeclaredWebhook>> Declared(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<EquatableArray<DeclaredWebhook>>? all = null;
        foreach (var (attribute, isMutating) in Attributes)
        {
            var found = context.SyntaxProvider
                .ForAttributeWithMetadataName(
                    attribute, static (_, _) => true, (found, cancellation) => WebhookParser.Parse(found.Attributes, isMutating, cancellation))
                .WithTrackingName(TrackingNames.WebhookParsing)
                .Flattened();
            all = all?.Concat(found) ?? found;
        }
        return all!.Value;
    }
}
