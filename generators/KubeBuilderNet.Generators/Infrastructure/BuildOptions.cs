using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Infrastructure;

/// <summary>What the project's build tells the generators.</summary>
internal static class BuildOptions
{
    /// <summary>Whether manifests go into the assembly: an editor's builds check them, which parsing does, and need no text.</summary>
    public static IncrementalValueProvider<bool> AreManifestsWanted(IncrementalGeneratorInitializationContext context) => context.AnalyzerConfigOptionsProvider
        .Select(static (options, _) => !(options.GlobalOptions.TryGetValue("build_property.DesignTimeBuild", out var value)
            && string.Equals(value, "true", StringComparison.OrdinalIgnoreCase)))
        .WithTrackingName(TrackingNames.ManifestOptions);

    /// <summary>A property of the project; null when it is empty or not there. It must be a CompilerVisibleProperty.</summary>
    public static IncrementalValueProvider<string?> Text(IncrementalGeneratorInitializationContext context, string name) => context.AnalyzerConfigOptionsProvider
        .Select((options, _) => options.GlobalOptions.TryGetValue("build_property." + name, out var value) && value.Trim() is { Length: > 0 } text ? text : null);
}
