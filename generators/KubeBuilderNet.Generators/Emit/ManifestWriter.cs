using KubeBuilderNet.Generators.Infrastructure;
using Microsoft.CodeAnalysis.Text;

namespace KubeBuilderNet.Generators.Emit;

/// <summary>Writes the assembly attribute that carries a manifest to the build task.</summary>
internal static class ManifestWriter
{
    // Compact JSON never has three quotes in a row, and its writer escapes what C# counts as a line end: a raw string holds it as it is.
    private const string Quotes = "\"\"\"";

    public static SourceText Write(string path, string json) => new SourceWriter()
        .WriteHeader()
        .WriteLine($"[assembly: global::{KnownTypeNames.KubernetesManifestAttribute}(\"{path}\", {Quotes}{json}{Quotes})]")
        .ToSourceText();
}
