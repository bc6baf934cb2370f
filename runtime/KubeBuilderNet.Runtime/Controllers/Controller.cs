using KubeBuilderNet.Client.Errors;
using KubeBuilderNet.Logging;
using KubeBuilderNet.Queueing;
using KubeBuilderNet.Reconciling;
using Microsoft.Extensions.Logging;

namespace KubeBuilderNet.Controllers;

/// <summary>A queue of requests, the workers that take them, and what happens after each.</summary>
/// <remarks>Follows controller-runtime's <c>internal/controller.Controller</c>.</remarks>
internal sealed class Controller<T>(string name, IReconciler<T> reconciler, ControllerOptions options, TimeProvider time, ILogger log)
    : IController
    where T : class
{
    private static readonly TimeSpan UnlimitedDelay = TimeSpan.FromSeconds(1);
    private readonly ILogger _log = SafeLogger.Of(log);
    private readonly RateLimitingQueue<ReconcileRequest> _queue =
        new(options.RateLimiter ?? MaxOfRateLimiter<ReconcileRequest>.ForControllers(time), time);

    public string Name { get; } = name;

    internal IRateLimitingQueue<ReconcileRequest> Queue => _queue;

    public void Enqueue(ReconcileRequest request) => _queue.Add(request);

    public async Task RunAsync(TimeSpan gracefulTimeout, CancellationToken stopping)
    {
        using var abort = new CancellationTokenSource();
        _log.LogInformation("Controller {Controller} starts with {Workers} worker(s)", Name, options.MaxConcurrentReconciles);
        var workers = Task.WhenAll(Enumerable.Range(0, options.MaxConcurrentReconciles).Select(_ => Task.Run(() => WorkAsync(stopping, abort.Token), CancellationToken.None)));
        await Task.WhenAny(workers, Task.Delay(Timeout.InfiniteTimeSpan, time, stopping));
        _queue.ShutDown();
        await FinishAsync(workers, abort, gracefulTimeout);
    }

    public void Dispose() => _queue.Dispose();

    // What is in flight may end by itself for a while, then is cancelled, then is left alone.
    private async Task FinishAsync(Task workers, CancellationTokenSource abort, TimeSpan gracefulTimeout)
    {
        try
        {
            await workers.WaitAsync(gracefulTimeout, time, CancellationToken.None);
        }
        catch (TimeoutException)
        {
            _log.LogWarning("Controller {Controller}: reconciles still run after {Timeout}; they are cancelled", Name, gracefulTimeout);
            await abort.CancelAsync();
            try
            {
                await workers.WaitAsync(TimeSpan.FromSeconds(2), time, CancellationToken.None);
            }
            catch (TimeoutException)
            {
                _log.LogError("Controller {Controller}: a reconcile ignores its cancellation and is abandoned", Name);
            }
        }
    }

    private async Task WorkAsync(CancellationToken stopping, CancellationToken abort)
    {
        while (true)
        {
            var item = await _queue.GetAsync(CancellationToken.None);
            if (item.IsShutDown || stopping.IsCancellationRequested)
                return;
            await WorkAsync(item.Value, abort);
        }
    }

    private async Task WorkAsync(ReconcileRequest request, CancellationToken abort)
    {
        var limit = new ReconcileLimit(options.ReconcileTimeout, time, abort);
        var reconcile = ReconcileAsync(request, limit, abort);
        if (reconcile.IsCompleted || await Task.WhenAny(reconcile, limit.Passed) == reconcile)
            return;
        // The worker goes on; the object stays taken until its reconcile has really ended.
        _log.LogError("The reconcile of {Namespace}/{Name} took longer than {Timeout} and is cancelled", request.Namespace, request.Name, options.ReconcileTimeout);
    }

    // Never throws: nothing that a reconciler or a rate limiter does may cost a worker or keep an object taken.
    private async Task ReconcileAsync(ReconcileRequest request, ReconcileLimit limit, CancellationToken abort)
    {
        using var scope = _log.BeginScope(new ReconcileScope(Name, request, Guid.NewGuid()));
        try
        {
            await TryAsync(request, limit, abort);
        }
        catch (Exception e)
        {
            _log.LogError(e, "{Controller}: the rate limiter failed; {Namespace}/{Name} waits {Delay}", Name, request.Namespace, request.Name, UnlimitedDelay);
            _queue.AddAfter(request, UnlimitedDelay);
        }
        finally
        {
            limit.Dispose();
            _queue.Done(request);
        }
    }

    private async Task TryAsync(ReconcileRequest request, ReconcileLimit limit, CancellationToken abort)
    {
        ReconcileResult result;
        try
        {
            result = await reconciler.ReconcileAsync(request, limit.Token);
        }
        catch (OperationCanceledException) when (abort.IsCancellationRequested)
        {
            return;
        }
        catch (TerminalException e)
        {
            _log.LogError(e, "{Controller}: {Namespace}/{Name} failed for good; it is not tried again until it changes", Name, request.Namespace, request.Name);
            _queue.Forget(request);
            return;
        }
        catch (Exception e)
        {
            LogFailure(request, e);
            _queue.AddRateLimited(request);
            return;
        }
        if (result is { IsRequeued: true, Delay.Ticks: 0 })
        {
            _queue.AddRateLimited(request);
            return;
        }
        _queue.Forget(request);
        if (result.IsRequeued)
            _queue.AddAfter(request, result.Delay);
    }

    // A conflict is how optimistic concurrency works, not an error; the next try reads anew.
    private void LogFailure(ReconcileRequest request, Exception e)
    {
        if (e is KubernetesApiException { IsConflict: true })
            _log.LogInformation("{Controller}: {Namespace}/{Name} was changed by another meanwhile; tried again: {Reason}", Name, request.Namespace, request.Name, e.Message);
        else
            _log.LogError(e, "{Controller}: reconciling {Namespace}/{Name} failed; tried again", Name, request.Namespace, request.Name);
    }
}
