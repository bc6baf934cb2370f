using System.Text.RegularExpressions;
using KubeBuilderNet.Generators.Diagnostics;
using KubeBuilderNet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing.Checks;

/// <summary>Labels and annotations of the definition itself.</summary>
internal static class MetadataChecks
{
    private const int MaxLabel = 63;
    private const int MaxPrefix = 253;
    private static readonly Regex Name = new("^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$", RegexOptions.CultureInvariant);
    private static readonly Regex Prefix = new(@"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$", RegexOptions.CultureInvariant);

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
        if (name.Length is 0 or > MaxLabel || !Name.IsMatch(name))
            return $"a key is up to {MaxLabel} letters, digits, '-', '_' and '.', with a letter or a digit first and last, behind an optional domain: 'example.com/name'";
        return slash < 0 || (slash <= MaxPrefix && Prefix.IsMatch(key.Substring(0, slash))) ? null : "what stands before the '/' is a domain in lower case";
    }

    private static string? Value(string value) => value.Length == 0 || (value.Length <= MaxLabel && Name.IsMatch(value))
        ? null
        : $"its value is up to {MaxLabel} letters, digits, '-', '_' and '.', with a letter or a digit first and last; use [DefinitionAnnotation] for any text";
}
