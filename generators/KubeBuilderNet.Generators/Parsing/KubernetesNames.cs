using System.Text.RegularExpressions;

namespace KubeBuilderNet.Generators.Parsing;

/// <summary>The rules that Kubernetes has for names. Each check gives null, or the rule that the name breaks.</summary>
internal static class KubernetesNames
{
    private static readonly Regex Label = new("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$", RegexOptions.CultureInvariant);
    private static readonly Regex LabelFromLetter = new("^[a-z]([-a-z0-9]*[a-z0-9])?$", RegexOptions.CultureInvariant);
    private static readonly Regex Qualified = new("^[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$", RegexOptions.CultureInvariant);
    private static readonly Regex KindName = new("^[A-Za-z]([-A-Za-z0-9]*[A-Za-z0-9])?$", RegexOptions.CultureInvariant);

    public static string? CheckGroup(string group)
    {
        var labels = group.Split('.');
        return labels.Length > 1 && group.Length <= 253 && labels.All(label => label.Length <= 63 && Label.IsMatch(label))
            ? null
            : "an API group is a DNS name with at least one dot, in lower case, such as 'apps.example.com'";
    }

    /// <summary>RFC 1123: letters in lower case, digits and '-', at most 63.</summary>
    public static bool IsLabel(string name) => name.Length <= 63 && Label.IsMatch(name);

    /// <summary>RFC 1123: labels with dots between, at most 253 characters in all.</summary>
    public static bool IsSubdomain(string name) => name.Length <= 253 && name.Split('.').All(label => Label.IsMatch(label));

    /// <summary>The name in a label's key, and a label's value unless that is empty: at most 63 characters.</summary>
    public static bool IsLabelName(string name) => Qualified.IsMatch(name);

    /// <summary>The value of a label.</summary>
    public static bool IsLabelValue(string value) => value.Length == 0 || IsLabelName(value);

    /// <summary>The key of a label: a name, with a DNS name and a slash before it if need be.</summary>
    public static bool IsQualifiedName(string name)
    {
        var slash = name.LastIndexOf('/');
        return IsLabelName(name.Substring(slash + 1)) && (slash < 0 || (slash > 0 && IsSubdomain(name.Substring(0, slash))));
    }

    public static string? CheckVersion(string version) => version.Length <= 63 && LabelFromLetter.IsMatch(version)
        ? null
        : "a version is lower case letters, digits and '-', begins with a letter, and usually reads 'v1', 'v1beta1' or 'v1alpha1'";

    public static string? CheckKind(string kind) => kind.Length <= 63 && KindName.IsMatch(kind)
        ? null
        : "a kind is letters, digits and '-', begins with a letter and has at most 63 characters: set Kind in [CustomResource]";

    public static string? CheckResource(string name) => name.Length <= 63 && LabelFromLetter.IsMatch(name)
        ? null
        : "it must be lower case letters, digits and '-', begin with a letter and have at most 63 characters";
}
