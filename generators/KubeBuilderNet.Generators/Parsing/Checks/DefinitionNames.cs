using KubeBuilderNet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing.Checks;

/// <summary>Names that are made of others, and groups that need an approval.</summary>
internal static class DefinitionNames
{
    private const int MaxName = 253;
    private const int MaxLabel = 63;

    public static IEnumerable<(string What, string Name, string Text)> Find(INamedTypeSymbol type, ResourceNames names)
    {
        var name = $"{names.Plural}.{names.Group}";
        if (name.Length > MaxName)
            yield return ("The definition's name", name, $"plural and group make {JsonText.Number(name.Length)} characters, and {MaxName} are allowed: shorten the group, or set Plural");
        if (names.ListKind.Length > MaxLabel)
            yield return ("The kind of lists", names.ListKind, $"it has more than {MaxLabel} characters: set ListKind in [CustomResource]");
        if (IsProtected(names.Group) && !type.Attributes("DefinitionAnnotationAttribute").Any(IsApproval))
        {
            yield return ("The group", names.Group, "groups of k8s.io and kubernetes.io belong to the Kubernetes project: use a domain of your own, "
                + "or add [DefinitionAnnotation(\"api-approved.kubernetes.io\", \"unapproved, …\")]");
        }
    }

    private static bool IsProtected(string group) => group is "k8s.io" or "kubernetes.io"
        || group.EndsWith(".k8s.io", StringComparison.Ordinal) || group.EndsWith(".kubernetes.io", StringComparison.Ordinal);

    private static bool IsApproval(AttributeData annotation) => annotation.Argument(0) is "api-approved.kubernetes.io";
}
