using KubeBuilderNet.Client.Errors;
using KubeBuilderNet.Queueing;
using KubeBuilderNet.Reconciling;
using Microsoft.Extensions.Logging;

namespace KubeBuilderNet.Controllers;

/// <summary>A queue of requests, the workers that take them, and what happens after each.</summary>
/// <remarks>Follows controller-runtime's <c>internal/controller.Controller</c>.</remarks>
internal sealed class Controller<T>(string name, IReconciler<T> reconciler, ControllerOptions options, TimeProvider time, ILogger log)
    : IController, IDisposable
    where T : class
{
    private readonly RateLimitingQueue<ReconcileRequest> _queue =
        new(options.RateLimiter ?? MaxOfRateLimiter<ReconcileRequest>.ForControllers(time), time);

    public string Name { get; } = name;

    internal IRateLimitingQueue<ReconcileRequest> Queue => _queue;

    public void Enqueue(ReconcileRequest request) => _queue.Add(request);

    public async Task RunAsync(TimeSpan gracefulTimeout, CancellationToken stopping)
    {
        using var abort = new CancellationTokenSource();
        log.LogInformation("Controller {Controller} starts with {Workers} worker(s)", Name, options.MaxConcurrentReconciles);
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
            log.LogWarning("Controller {Controller}: reconciles still run after {Timeout}; they are cancelled", Name, gracefulTimeout);
            await abort.CancelAsync();
            try
            {
                await workers.WaitAsync(TimeSpan.FromSeconds(2), time, CancellationToken.None);
            }
            catch (TimeoutException)
            {
                log.LogError("Controller {Controller}: a reconcile ignores its cancellation and is abandoned", Name);
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
        using var scope = log.BeginScope(new ReconcileScope(Name, request, Guid.NewGuid()));
        var limit = CancellationTokenSource.CreateLinkedTokenSource(abort);
        var reconcile = Start(request, limit.Token);
        if (!reconcile.IsCompleted && options.ReconcileTimeout != Timeout.InfiniteTimeSpan)
        {
            try
            {
                await reconcile.WaitAsync(options.ReconcileTimeout, time, CancellationToken.None);
            }
            catch (TimeoutException) when (!reconcile.IsCompleted)
            {
                await limit.CancelAsync();
                log.LogError("The reconcile of {Namespace}/{Name} took longer than {Timeout} and is cancelled", request.Namespace, request.Name, options.ReconcileTimeout);
                // The worker goes on; the object stays taken until its reconcile has really ended.
                _ = reconcile.ContinueWith(_ => Settle(request, reconcile, limit, abort), CancellationToken.None,
                    TaskContinuationOptions.None, TaskScheduler.Default);
                return;
            }
            catch (Exception)
            {
                // Settle looks at it.
            }
        }
        await ((Task)reconcile).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Settle(request, reconcile, limit, abort);
    }

    private async Task<ReconcileResult> Start(ReconcileRequest request, CancellationToken cancellationToken) =>
        await reconciler.ReconcileAsync(request, cancellationToken);

    private void Settle(ReconcileRequest request, Task<ReconcileResult> reconcile, CancellationTokenSource limit, CancellationToken abort)
    {
        limit.Dispose();
        switch (reconcile)
        {
            case { IsCompletedSuccessfully: true, Result: { IsRequeued: false } }:
                _queue.Forget(request);
                break;
            case { IsCompletedSuccessfully: true, Result: { Delay: var delay } } when delay > TimeSpan.Zero:
                _queue.Forget(request);
                _queue.AddAfter(request, delay);
                break;
            case { IsCompletedSuccessfully: true }:
                _queue.AddRateLimited(request);
                break;
            case { Exception.InnerException: TerminalException e }:
                log.LogError(e, "{Controller}: {Namespace}/{Name} failed for good; it is not tried again until it changes", Name, request.Namespace, request.Name);
                _queue.Forget(request);
                break;
            case { IsCanceled: true } when abort.IsCancellationRequested:
                break;
            default:
                LogFailure(request, reconcile.Exception?.InnerException);
                _queue.AddRateLimited(request);
                break;
        }
        _queue.Done(request);
    }

    // A conflict is how optimistic concurrency works, not an error; the next try reads anew.
    private void LogFailure(ReconcileRequest request, Exception? e)
    {
        if (e is KubernetesApiException { IsConflict: true })
            log.LogInformation("{Controller}: {Namespace}/{Name} was changed by another meanwhile; tried again: {Reason}", Name, request.Namespace, request.Name, e.Message);
        else
            log.LogError(e, "{Controller}: reconciling {Namespace}/{Name} failed; tried again", Name, request.Namespace, request.Name);
    }
}
