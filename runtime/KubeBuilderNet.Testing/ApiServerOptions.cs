namespace KubeBuilderNet.Testing;

/// <summary>What to start.</summary>
public sealed record ApiServerOptions
{
    /// <summary>Which API server.</summary>
    /// <value>Default: <see cref="ApiServerKind.Kubernetes"/>.</value>
    public ApiServerKind Kind { get; init; } = ApiServerKind.Kubernetes;

    /// <summary>Whether the controller manager runs too: garbage collection, Deployments, ReplicaSets, Jobs. Kubernetes only.</summary>
    /// <value>Default: false.</value>
    public bool WithControllerManager { get; init; }

    /// <summary>Flags of the API server beside its own, as in <c>--goaway-chance=0.02</c>; of one that is given twice the last counts.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<string> ApiServerArguments { get; init; } = [];

    /// <summary>The folder with etcd, kube-apiserver and the others.</summary>
    /// <value>Default: null, for the environment variable <c>KUBEBUILDER_ASSETS</c>.</value>
    public string? AssetsFolder { get; init; }

    /// <summary>How long the server may take until it is ready.</summary>
    /// <value>Default: 90 s.</value>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(90);
}
