using System.Globalization;
using KubeBuilderNet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KubeBuilderNet.Generators.Infrastructure;

/// <summary>What the project's build tells the generators.</summary>
internal static class BuildOptions
{
    /// <summary>Whether manifests go into the assembly: an editor's builds check them, which parsing does, and need no text.</summary>
    public static IncrementalValueProvider<bool> AreManifestsWanted(IncrementalGeneratorInitializationContext context) => context.AnalyzerConfigOptionsProvider
        .Select(static (options, _) => !Is(options.GlobalOptions, "DesignTimeBuild", "true"))
        .WithTrackingName(TrackingNames.ManifestOptions);

    /// <summary>A property of the project; null when it is empty or not there. It must be a CompilerVisibleProperty.</summary>
    public static IncrementalValueProvider<string?> Text(IncrementalGeneratorInitializationContext context, string name) => context.AnalyzerConfigOptionsProvider
        .Select((options, _) => Value(options.GlobalOptions, name)?.Trim() is { Length: > 0 } text ? text : null);

    /// <summary>How much of the schemas is written.</summary>
    public static IncrementalValueProvider<SchemaOptions> Schemas(IncrementalGeneratorInitializationContext context) => context.AnalyzerConfigOptionsProvider
        .Select(static (options, _) => new SchemaOptions(
            int.TryParse(Value(options.GlobalOptions, "KubeBuilderMaxDescriptionLength"), NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : null,
            ModelDescriptions: !Is(options.GlobalOptions, "KubeBuilderModelDescriptions", "false"),
            EmbeddedObjectMeta: Is(options.GlobalOptions, "KubeBuilderEmbeddedObjectMeta", "true")))
        .WithTrackingName(TrackingNames.SchemaOptions);

    private static bool Is(AnalyzerConfigOptions options, string property, string value) =>
        string.Equals(Value(options, property)?.Trim(), value, StringComparison.OrdinalIgnoreCase);

    private static string? Value(AnalyzerConfigOptions options, string property) =>
        options.TryGetValue("build_property." + property, out var value) ? value : null;
}
