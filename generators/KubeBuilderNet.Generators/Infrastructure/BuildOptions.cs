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
}
