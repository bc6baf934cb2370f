using System.Text.Json;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Tests.Infrastructure;

/// <summary>What one run of the generators wrote and reported.</summary>
internal sealed class GeneratorResult(GeneratorDriver driver, Compilation output)
{
    public IReadOnlyList<ReportedDiagnostic> Diagnostics { get; } =
        [.. driver.GetRunResult().Diagnostics.Select(diagnostic => ReportedDiagnostic.Of(diagnostic, output))];

    public Compilation Compilation { get; } = output;

    /// <summary>The generated files by hint name.</summary>
    public IReadOnlyDictionary<string, string> Sources { get; } = driver.GetRunResult().Results
        .SelectMany(result => result.GeneratedSources.IsDefault ? [] : result.GeneratedSources)
        .ToDictionary(source => source.HintName, source => source.SourceText.ToString(), StringComparer.Ordinal);

    /// <summary>The manifests by path, as the compiled assembly carries them.</summary>
    public IReadOnlyDictionary<string, string> Manifests { get; } = output.Assembly.GetAttributes()
        .Where(attribute => attribute.AttributeClass?.Name == "KubernetesManifestAttribute")
        .ToDictionary(
            attribute => (string)attribute.ConstructorArguments[0].Value!,
            attribute => (string)attribute.ConstructorArguments[1].Value!,
            StringComparer.Ordinal);

    /// <summary>The only manifest.</summary>
    public JsonElement Crd => JsonDocument.Parse(Assert.Single(Manifests).Value).RootElement;

    /// <summary>The schema of the only version of the only definition.</summary>
    public JsonElement Schema => Crd.GetProperty("spec").GetProperty("versions")[0].GetProperty("schema").GetProperty("openAPIV3Schema");

    /// <summary>The schema of a property of the spec, by its JSON names.</summary>
    public JsonElement Property(params string[] path) =>
        path.Aggregate(Schema.GetProperty("properties").GetProperty("spec"), (schema, name) => schema.GetProperty("properties").GetProperty(name));
}
