using KubeBuilderNet.Controllers;
using Microsoft.Extensions.Logging;

namespace KubeBuilderNet.Managing;

/// <summary>The time in which this replica's controllers run, and what runs beside them.</summary>
internal sealed class LeadingRun(
    List<IController> controllers, IEnumerable<NamedRun> others, CacheSync sync, ManagerOptions options, TimeProvider time, ILogger log)
{
    /// <summary>Whether nothing is left running, so that another may lead.</summary>
    internal bool IsOver { get; private set; }

    /// <summary>Runs until told to stop; a cache, a controller, a runnable or a lease that ends before that has failed, and ends the rest.</summary>
    /// <param name="failure">Ends when something that was started before has failed.</param>
    /// <param name="stopping">Says when to stop.</param>
    /// <param name="renewing">Fails when the lease is lost; null where none is held.</param>
    internal async Task RunAsync(Task failure, CancellationToken stopping, Task? renewing = null)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        // Not disposed: the lease may be lost at any time.
        var abort = new CancellationTokenSource();
        var lost = AbortWhenLostAsync(renewing ?? new TaskCompletionSource().Task, abort);
        var beside = new RunnableGroup(options.GracefulShutdownTimeout, time, log).Start(others);
        var running = controllers.ConvertAll(controller => RunAsync(controller, stop.Token, abort.Token));
        var ended = await Task.WhenAny([failure, lost, beside.Failed, Task.Delay(Timeout.InfiniteTimeSpan, time, stop.Token), .. running]);
        await stop.CancelAsync();
        var besideIsOver = beside.StopAsync(abort.Token);
        await Task.WhenAll((IEnumerable<Task>)running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        // A controller that failed did so before it began.
        IsOver = await besideIsOver && running.TrueForAll(static run => run.IsFaulted || run.Result);
        if (lost.IsFaulted && !IsOver)
            ExitAtOnce();
        if (lost.IsFaulted)
            await lost;
        if (!stopping.IsCancellationRequested)
            await ended;
    }

    private async Task<bool> RunAsync(IController controller, CancellationToken stopping, CancellationToken abort)
    {
        controller.Connect();
        try
        {
            await sync.OfAsync(controller, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return true;
        }
        return await controller.RunAsync(options.GracefulShutdownTimeout, stopping, abort);
    }

    // A lease that is lost leaves no time to end well.
    private static async Task AbortWhenLostAsync(Task renewing, CancellationTokenSource abort)
    {
        try
        {
            await renewing;
        }
        catch (ManagerException)
        {
            await abort.CancelAsync();
            throw;
        }
    }

    // Another leads already, or will in a moment, and what runs here can't be stopped otherwise.
    private void ExitAtOnce()
    {
        log.LogCritical("The lease is lost and something that still runs ignores its cancellation: the program ends at once");
        options.Exit(1);
    }
}
