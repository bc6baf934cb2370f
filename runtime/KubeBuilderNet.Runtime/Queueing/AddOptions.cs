namespace KubeBuilderNet.Queueing;

/// <summary>How an item is added to a priority queue. Follows controller-runtime's <c>priorityqueue.AddOpts</c>.</summary>
public readonly record struct AddOptions
{
    /// <summary>What waits long without harm: objects that were there before the program, and those that only a resync speaks of.</summary>
    public const int LowPriority = -100;

    /// <summary>How long the item is to wait before it may be handed out.</summary>
    /// <value>Default: zero.</value>
    public TimeSpan After { get; init; }

    /// <summary>Whether the rate limiter sets the wait. With <see cref="After"/> as well, the shorter of the two counts.</summary>
    /// <value>Default: false.</value>
    public bool RateLimited { get; init; }

    /// <summary>Items of higher priority are handed out first.</summary>
    /// <value>Default: 0.</value>
    public int Priority { get; init; }
}
