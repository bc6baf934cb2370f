namespace KubeBuilderNet.Scaffolding.Naming;

/// <summary>The names that Kubernetes takes. Each check gives null for a good name, else what is wrong with it.</summary>
/// <remarks>Follows k8s.io/apimachinery/pkg/util/validation.</remarks>
public static class DnsName
{
    private const int LabelLength = 63;
    private const int SubdomainLength = 253;

    /// <summary>A DNS-1123 label: lower-case letters, digits and '-', at most 63, no '-' at either end.</summary>
    public static string? CheckLabel(string name) => name switch
    {
        "" => "is empty",
        { Length: > LabelLength } => $"is {name.Length} characters long, and a DNS label has {LabelLength} at most",
        _ when IsLabel(name) => null,
        _ => "is no DNS-1123 label: use lower-case letters, digits and '-', with a letter or digit at both ends",
    };

    /// <summary>A DNS-1035 label: as DNS-1123, and it starts with a letter.</summary>
    public static string? CheckLabel1035(string name) =>
        CheckLabel(name) ?? (char.IsAsciiLetterLower(name[0]) ? null : "must start with a lower-case letter (DNS-1035)");

    /// <summary>A DNS-1123 subdomain: labels joined by dots, at most 253 characters.</summary>
    public static string? CheckSubdomain(string name) => name switch
    {
        "" => "is empty",
        { Length: > SubdomainLength } => $"is {name.Length} characters long, and a DNS name has {SubdomainLength} at most",
        _ when Array.TrueForAll(name.Split('.'), IsLabel) => null,
        _ => "is no DNS-1123 subdomain: use lower-case letters, digits, '-' and '.', with a letter or digit around each dot",
    };

    private static bool IsLabel(string label) =>
        label.Length > 0
        && IsAlphanumeric(label[0])
        && IsAlphanumeric(label[^1])
        && label.All(c => c == '-' || IsAlphanumeric(c));

    private static bool IsAlphanumeric(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c);
}
