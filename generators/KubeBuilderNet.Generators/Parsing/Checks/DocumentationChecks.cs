using KubeBuilderNet.Generators.Diagnostics;
using KubeBuilderNet.Generators.Model;

namespace KubeBuilderNet.Generators.Parsing.Checks;

/// <summary>External documentation has an address.</summary>
internal static class DocumentationChecks
{
    // On Unix, .NET takes a path for an absolute file URL: the scheme must be there as written.
    public static IEnumerable<Problem> Find(Schema schema)
    {
        if (schema.ExternalDocs is { Url: var url } && !(url.IndexOf(':') > 0 && Uri.TryCreate(url, UriKind.Absolute, out _)))
            yield return new Problem(DiagnosticDescriptors.InvalidUrl, ["ExternalDocsAttribute"], url);
    }
}
