using System.Reflection;
using KubeBuilderNet.Managing;

namespace KubeBuilderNet.LeaderElection;

/// <summary>What the Lease and those who want it are called, where nobody says.</summary>
internal static class LeaderElectionNames
{
    internal const string NamespaceFile = "/var/run/secrets/kubernetes.io/serviceaccount/namespace";

    /// <summary>The program's name as DNS takes it, and a hash of it as it is: the same in every version of the program.</summary>
    internal static string Id(Assembly? program)
    {
        var name = program?.GetName().Name ?? "operator";
        var readable = string.Concat(name.ToLowerInvariant().Select(static c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-');
        return FormattableString.Invariant($"{(readable.Length > 40 ? readable[..40].TrimEnd('-') : readable)}-{Fnv1a(name):x8}").TrimStart('-');
    }

    /// <summary>The pod's namespace.</summary>
    /// <exception cref="ManagerException">This isn't a pod.</exception>
    internal static string Namespace(string file = NamespaceFile) => FindNamespace(file) ?? throw new ManagerException(
        $"{Flags.Called(ManagerOptionsReader.LeaderElectionNamespace)}: set the namespace of the lease. Outside a cluster there is none by default.");

    /// <summary>The pod's namespace; null when this isn't a pod.</summary>
    internal static string? FindNamespace(string file = NamespaceFile) =>
        File.Exists(file) && File.ReadAllText(file).Trim() is { Length: > 0 } name ? name : null;

    /// <summary>One process of all that ever run.</summary>
    internal static string Identity() => $"{Environment.MachineName}_{Guid.NewGuid()}";

    private static uint Fnv1a(string text)
    {
        var hash = 2166136261u;
        foreach (var part in System.Text.Encoding.UTF8.GetBytes(text))
            hash = unchecked((hash ^ part) * 16777619);
        return hash;
    }
}
