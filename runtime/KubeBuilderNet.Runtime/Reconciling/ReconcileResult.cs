namespace KubeBuilderNet.Reconciling;

/// <summary>Whether and when an object is to be reconciled again, changes aside. Follows controller-runtime's <c>reconcile.Result</c>.</summary>
public readonly record struct ReconcileResult
{
    private ReconcileResult(bool isRequeued, TimeSpan delay) => (IsRequeued, Delay) = (isRequeued, delay);

    /// <summary>Nothing more to do until something changes. The default.</summary>
    public static ReconcileResult Done => default;

    /// <summary>Again soon, with a wait that grows from time to time.</summary>
    public static ReconcileResult Requeue => new(true, TimeSpan.Zero);

    /// <summary>Again after a wait; sooner if something changes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The wait is not above zero.</exception>
    public static ReconcileResult RequeueAfter(TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(delay, TimeSpan.Zero);
        return new ReconcileResult(true, delay);
    }

    /// <summary>Whether the object comes again by itself.</summary>
    public bool IsRequeued { get; }

    /// <summary>After which wait; zero when the rate limiter sets it.</summary>
    public TimeSpan Delay { get; }
}
