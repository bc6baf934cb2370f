using System.Text.Json;
using k8s;
using KubeBuilderNet.Caching;
using KubeBuilderNet.Client.Json;
using KubeBuilderNet.Client.Rest;

namespace KubeBuilderNet.Managing;

/// <summary>Where a cluster is, how it is asked, and what is kept of it. Follows controller-runtime's <c>cluster.Options</c>.</summary>
public class ClusterOptions
{
    /// <summary>The namespaces to watch; empty for all. Cluster-scoped kinds are always watched whole.</summary>
    /// <value>Default: empty; of the manager's own cluster the environment's <c>WATCH_NAMESPACE</c>, a list with commas.</value>
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

    /// <summary>How requests are made: limits, in whose name, timeouts. Flags <c>kube-api-qps</c> and <c>kube-api-burst</c> for the manager's own cluster.</summary>
    /// <remarks>
    /// Change it in part: <c>options.Client = options.Client with { QueriesPerSecond = 20 }</c>. The clock is the application's, and
    /// <see cref="Json"/> counts where <see cref="RestClientOptions.Json"/> is null; warnings are still logged and answers counted when they
    /// are handed on as well.
    /// </remarks>
    /// <value>Default: as <see cref="RestClientOptions"/> has it, without a limit.</value>
    public RestClientOptions Client { get; set; } = new();

    /// <summary>What the caches read and keep.</summary>
    public CacheOptions Cache { get; } = new();
}
