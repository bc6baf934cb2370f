using System.Text;
using KubeBuilderNet.Generators.Infrastructure;
using Microsoft.CodeAnalysis.Text;

namespace KubeBuilderNet.Generators.Emit;

/// <summary>Writes the assembly attribute that carries a manifest to the build task.</summary>
internal static class ManifestWriter
{
    // Compact JSON never has three quotes in a row, and its writer escapes what C# counts as a line end: a raw string holds it as it is.
    private const string Quotes = "\"\"\"";

    /// <summary>The file for one manifest. A definition may be hundreds of kilobytes, so its JSON is written in place.</summary>
    public static SourceText Write(string path, Action<JsonWriter> writeJson)
    {
        var text = new StringBuilder(new SourceWriter().WriteHeader().ToString());
        text.Append($"[assembly: global::{KnownTypeNames.KubernetesManifestAttribute}(\"{path}\", {Quotes}");
        writeJson(new JsonWriter(text));
        text.Append(Quotes).Append(")]\n");
        return SourceText.From(text.ToString(), Encoding.UTF8);
    }
}
