namespace KubeBuilderNet.Client.Errors;

/// <summary>Repeats a read-change-write while another's write comes between.</summary>
/// <remarks>Follows client-go's <c>util/retry.RetryOnConflict</c> with its <c>DefaultRetry</c>.</remarks>
public static class ConflictRetry
{
    private const int MaxTries = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>Runs an attempt up to five times, 10 ms apart, until it doesn't end in a conflict.</summary>
    /// <param name="attempt">Reads the object anew (from the server, not from a cache), changes it and writes it.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <param name="cancellationToken">Ends the tries.</param>
    /// <returns>What the attempt returned.</returns>
    /// <exception cref="KubernetesApiException">Conflict, when the fifth try met one too; any other error of the attempt at once.</exception>
    public static async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> attempt, TimeProvider? time = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await attempt(cancellationToken);
            }
            catch (KubernetesApiException e) when (e.IsConflict && tries < MaxTries)
            {
                await Task.Delay(Pause * (1 + 0.1 * Random.Shared.NextDouble()), time ?? TimeProvider.System, cancellationToken);
            }
        }
    }
}
