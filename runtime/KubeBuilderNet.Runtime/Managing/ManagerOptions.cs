using System.Text.Json;
using k8s;
using KubeBuilderNet.Client.Json;

namespace KubeBuilderNet.Managing;

/// <summary>What the manager of an operator watches, and how it starts and stops.</summary>
public sealed class ManagerOptions
{
    /// <summary>The namespaces to watch; empty for all. Cluster-scoped kinds are always watched whole.</summary>
    /// <value>Default: empty.</value>
    public IList<string> Namespaces { get; } = [];

    /// <summary>A kubeconfig file.</summary>
    /// <value>Default: null, for <c>KUBECONFIG</c>, <c>~/.kube/config</c>, or the pod's service account.</value>
    public string? KubeconfigPath { get; set; }

    /// <summary>A context in the kubeconfig.</summary>
    /// <value>Default: null, for the current one.</value>
    public string? KubeconfigContext { get; set; }

    /// <summary>The cluster itself, instead of a kubeconfig.</summary>
    /// <value>Default: null.</value>
    public KubernetesClientConfiguration? Configuration { get; set; }

    /// <summary>How objects are read and written; set it to add source-generated contexts (<see cref="ObjectJson.CreateOptions"/>).</summary>
    /// <value>Default: <see cref="ObjectJson.Options"/>.</value>
    public JsonSerializerOptions Json { get; set; } = ObjectJson.Options;

    /// <summary>How long the caches may take to fill at the start before the program gives up.</summary>
    /// <value>Default: 2 minutes.</value>
    public TimeSpan CacheSyncTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How long reconciles in flight may take to end when the program stops; keep it below the host's shut-down timeout of 30 s.</summary>
    /// <value>Default: 20 s.</value>
    public TimeSpan GracefulShutdownTimeout { get; set; } = TimeSpan.FromSeconds(20);
}
