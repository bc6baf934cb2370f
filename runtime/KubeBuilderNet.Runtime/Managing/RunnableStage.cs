namespace KubeBuilderNet.Managing;

/// <summary>When something runs. What starts first stops last.</summary>
public enum RunnableStage
{
    /// <summary>Before the caches are filled: for what the API server calls to answer them, as conversions do.</summary>
    BeforeCaches,

    /// <summary>Once the caches are full, on every replica, also on those that stand by.</summary>
    AfterCaches,

    /// <summary>With the controllers: where a leader is elected, on the leader alone.</summary>
    Leading,
}
