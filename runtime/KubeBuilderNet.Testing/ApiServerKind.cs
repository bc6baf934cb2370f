namespace KubeBuilderNet.Testing;

/// <summary>Which API server to start.</summary>
public enum ApiServerKind
{
    /// <summary>kube-apiserver: every built-in kind, RBAC, admission.</summary>
    Kubernetes,

    /// <summary>crd-apiserver: CustomResourceDefinitions and custom resources, and nothing else; starts faster.</summary>
    CustomResources,
}
