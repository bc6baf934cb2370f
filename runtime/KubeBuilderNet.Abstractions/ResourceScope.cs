namespace KubeBuilderNet;

/// <summary>Whether objects of a kind live in namespaces.</summary>
public enum ResourceScope
{
    /// <summary>Objects live in a namespace; the default, as in Kubernetes.</summary>
    Namespaced,

    /// <summary>Objects belong to the cluster and have no namespace.</summary>
    Cluster,
}
