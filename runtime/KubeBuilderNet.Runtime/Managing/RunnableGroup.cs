using Microsoft.Extensions.Logging;

namespace KubeBuilderNet.Managing;

/// <summary>What runs in one stage: started together, stopped together, and failed when one fails.</summary>
internal sealed class RunnableGroup(TimeSpan timeout, TimeProvider time, ILogger log) : IAsyncDisposable
{
    private static readonly TimeSpan AbortTimeout = TimeSpan.FromSeconds(2);
    private readonly CancellationTokenSource _stop = new();
    private readonly List<(string Name, Task Run)> _running = [];
    private readonly TaskCompletionSource _failed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Fails when one has failed; never ends otherwise.</summary>
    internal Task Failed => _failed.Task;

    internal RunnableGroup Start(IEnumerable<NamedRun> runs)
    {
        foreach (var run in runs)
            _running.Add((run.Name, Task.Run(() => GuardAsync(run), CancellationToken.None)));
        return this;
    }

    /// <summary>Stops all, and waits for them as long as the stage has, or for a moment only once told to abort.</summary>
    /// <returns>Whether all have ended; one that ignores its cancellation is abandoned.</returns>
    internal async Task<bool> StopAsync(CancellationToken abort)
    {
        await _stop.CancelAsync();
        var all = Task.WhenAll(_running.Select(static one => one.Run));
        await all.WaitAsync(timeout, time, abort).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (abort.IsCancellationRequested)
            await all.WaitAsync(AbortTimeout, time, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var (name, run) in _running)
        {
            if (!run.IsCompleted)
                log.LogError("{Name} ignores its cancellation and is abandoned", name);
        }
        return all.IsCompleted;
    }

    public async ValueTask DisposeAsync() => await StopAsync(CancellationToken.None);

    private async Task GuardAsync(NamedRun run)
    {
        try
        {
            await run.RunAsync(_stop.Token);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // It was told to stop.
        }
        catch (Exception e)
        {
            log.LogCritical("{Name} failed, and the program ends: {Reason}", run.Name, e.Message);
            _failed.TrySetException(e);
        }
    }
}
