namespace KubeBuilderNet.Cli.Doctoring;

/// <summary>How something is.</summary>
internal enum Condition
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>Something is missing that not everybody needs, or differs and may be meant so.</summary>
    Warning,

    /// <summary>Commands will fail.</summary>
    Failure,
}

/// <summary>What a check found.</summary>
/// <param name="Condition">How it is.</param>
/// <param name="What">What was looked at, and what it is.</param>
/// <param name="Advice">How to mend it; null where nothing is to mend.</param>
internal sealed record Finding(Condition Condition, string What, string? Advice = null)
{
    public static Finding Ok(string what) => new(Condition.Ok, what);

    public static Finding Warning(string what, string advice) => new(Condition.Warning, what, advice);

    public static Finding Failure(string what, string advice) => new(Condition.Failure, what, advice);
}
