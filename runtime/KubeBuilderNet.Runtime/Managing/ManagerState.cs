using KubeBuilderNet.Caching;

namespace KubeBuilderNet.Managing;

/// <summary>How far the manager has come; probes read it.</summary>
internal sealed class ManagerState
{
    private volatile IReadOnlyCollection<IInformer>? _informers;
    private volatile string? _failure;
    private volatile string? _pause = "starting";

    /// <summary>The caches; null until they are known.</summary>
    internal IReadOnlyCollection<IInformer>? Informers
    {
        get => _informers;
        set => _informers = value;
    }

    /// <summary>Where probes and metrics are served: metrics first. Empty when they aren't.</summary>
    internal IReadOnlyList<Uri> Addresses { get; set; } = [];

    /// <summary>Why controllers neither run nor stand by; null when they do.</summary>
    internal string? NotReady
    {
        get => _pause;
        set => _pause = value;
    }

    /// <summary>What ended the manager; null while it is well.</summary>
    internal string? Failure
    {
        get => _failure;
        set => _failure = value;
    }
}
