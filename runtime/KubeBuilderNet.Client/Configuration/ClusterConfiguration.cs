using k8s;
using KubeBuilderNet.Client.Rest;

namespace KubeBuilderNet.Client.Configuration;

/// <summary>Finds the cluster to talk to, as kubectl does.</summary>
public static class ClusterConfiguration
{
    /// <summary>Reads the configuration of one cluster.</summary>
    /// <remarks>
    /// The file given, else the files that <c>KUBECONFIG</c> lists (merged, the first to set a value wins), else
    /// <c>~/.kube/config</c>, else the service account of the pod this runs in. Follows <c>k8s.io/client-go/tools/clientcmd</c>.
    /// </remarks>
    /// <param name="path">A kubeconfig file; it must exist. Null for the chain above.</param>
    /// <param name="context">The context to use; null for the file's current context.</param>
    /// <exception cref="KubeconfigException">A file is wrong (the message names file, line and field), or nothing is configured.</exception>
    public static KubernetesClientConfiguration Load(string? path = null, string? context = null)
    {
        SystemAuthorities.ReadAhead();
        var files = Files(path);
        if (files.Count > 0)
            return KubeconfigConverter.Convert(Kubeconfig.Read(files), context);
        if (InClusterConfiguration.TryLoad() is { } inCluster)
            return inCluster;
        throw new KubeconfigException(
            "No cluster is configured: KUBECONFIG is not set to a file that exists, there is no ~/.kube/config, and this is not a pod. " +
            "Set KUBECONFIG to a kubeconfig file.");
    }

    /// <summary>The names of all contexts that <see cref="Load"/> can be asked for, in their files' order; none in a pod.</summary>
    /// <param name="path">A kubeconfig file; it must exist. Null for those that <see cref="Load"/> would read.</param>
    /// <exception cref="KubeconfigException">A file is wrong.</exception>
    public static IReadOnlyList<string> Contexts(string? path = null) => Kubeconfig.Read(Files(path)).Contexts;

    private static List<string> Files(string? path)
    {
        if (path is not null)
            return File.Exists(path) ? [path] : throw new KubeconfigException($"{path}: there is no such kubeconfig file.");
        if (Environment.GetEnvironmentVariable("KUBECONFIG") is { Length: > 0 } listed)
        {
            var named = listed.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var existing = named.Where(File.Exists).ToList();
            return existing.Count > 0 ? existing : throw new KubeconfigException(
                $"KUBECONFIG names {string.Join(", ", named)}, and no such file exists.");
        }
        var home = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".kube", "config");
        return File.Exists(home) ? [home] : [];
    }
}
