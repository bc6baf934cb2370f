using KubeBuilderNet.Generators.Diagnostics;
using KubeBuilderNet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing.Checks;

/// <summary>Labels and annotations of the definition itself.</summary>
internal static class MetadataChecks
{
    private const int MaxLabel = 63;

    public static IEnumerable<(AttributeData Cause, Problem Problem)> Find(INamedTypeSymbol type, Schema schema) =>
        Find(type.Attributes("DefinitionLabelAttribute"), "label").Concat(Find(type.Attributes("DefinitionAnnotationAttribute"), "annotation"));

    private static IEnumerable<(AttributeData Cause, Problem Problem)> Find(IEnumerable<AttributeData> attributes, string what)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var attribute in attributes)
        {
            if (attribute.Argument(0) is not string key || attribute.Argument(1) is not string value)
                continue;
            var problem = Key(what == "annotation" ? key.ToLowerInvariant() : key)
                ?? (what == "label" ? Value(value) : null)
                ?? (keys.Add(key) ? null : "it is there twice");
            if (problem is not null)
                yield return (attribute, new Problem(DiagnosticDescriptors.InvalidMetadata, [], what, key, problem));
        }
    }

    private static string? Key(string key)
    {
        var slash = key.IndexOf('/');
        var name = key.Substring(slash + 1);
        if (!KubernetesNames.IsLabelName(name))
            return $"a key is up to {MaxLabel} letters, digits, '-', '_' and '.', with a letter or a digit first and last, behind an optional domain: 'example.com/name'";
        return slash < 0 || KubernetesNames.IsSubdomain(key.Substring(0, slash)) ? null : "what stands before the '/' is a domain in lower case";
    }

    private static string? Value(string value) => KubernetesNames.IsLabelValue(value)
        ? null
        : $"its value is up to {MaxLabel} letters, digits, '-', '_' and '.', with a letter or a digit first and last; use [DefinitionAnnotation] for any text";
}
