using System.Globalization;
using KubeBuilderNet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KubeBuilderNet.Generators.Infrastructure;

/// <summary>Reads the project's properties. Each must be a CompilerVisibleProperty.</summary>
internal static class BuildOptionsReader
{
    public static IncrementalValueProvider<BuildOptions> BuildOptions(this IncrementalGeneratorInitializationContext context) => context.AnalyzerConfigOptionsProvider
        .Select(static (options, _) => Read(options.GlobalOptions))
        .WithTrackingName(TrackingNames.BuildOptions);

    private static BuildOptions Read(AnalyzerConfigOptions options) => new(
        WritesManifests: !Is(options, "DesignTimeBuild", "true"),
        WritesClients: !Is(options, "KubeBuilderGenerateClients", "false"),
        RoleName: Value(options, "KubeBuilderRoleName") is { Length: > 0 } name ? name : "manager-role",
        RoleNamespace: Value(options, "KubeBuilderRoleNamespace") ?? "",
        new SchemaOptions(
            int.TryParse(Value(options, "KubeBuilderMaxDescriptionLength"), NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : null,
            ModelDescriptions: !Is(options, "KubeBuilderModelDescriptions", "false"),
            EmbeddedObjectMeta: Is(options, "KubeBuilderEmbeddedObjectMeta", "true")));

    private static bool Is(AnalyzerConfigOptions options, string property, string value) =>
        string.Equals(Value(options, property), value, StringComparison.OrdinalIgnoreCase);

    private static string? Value(AnalyzerConfigOptions options, string property) =>
        options.TryGetValue("build_property." + property, out var value) ? value.Trim() : null;
}
