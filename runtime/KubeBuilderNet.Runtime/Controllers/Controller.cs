using System.Diagnostics;
using KubeBuilderNet.Caching;
using KubeBuilderNet.Client.Errors;
using KubeBuilderNet.Logging;
using KubeBuilderNet.Managing;
using KubeBuilderNet.Metrics;
using KubeBuilderNet.Queueing;
using KubeBuilderNet.Reconciling;
using KubeBuilderNet.Tracing;
using Microsoft.Extensions.Logging;

namespace KubeBuilderNet.Controllers;

/// <summary>A queue of requests, the workers that take them, and what happens after each.</summary>
/// <remarks>Follows controller-runtime's <c>internal/controller.Controller</c>.</remarks>
internal sealed class Controller<T>(string name, IReconciler<T> reconciler, ControllerOptions options, TimeProvider time, ILogger log, ControllerMetrics? metrics = null,
    ControllerSources? sources = null) : IController
    where T : class
{
    private static readonly TimeSpan AbortTimeout = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan UnlimitedDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan HeldDelay = TimeSpan.FromMilliseconds(100);
    private readonly ILogger _log = SafeLogger.Of(log);
    private readonly PriorityQueue<ReconcileRequest> _queue = NewQueue(options, time, metrics);
    private readonly ControllerSources _sources = sources ?? ControllerSources.None;
    private int _active;

    public string Name { get; } = name;

    public PriorityQueue<ReconcileRequest> Queue => _queue;

    public ControllerOptions Options => options;

    public IEnumerable<IInformer> Informers => _sources.Kinds.Select(static kind => kind.Informer);

    public IReadOnlyList<IHandlerRegistration> Handlers { get; private set; } = [];

    public Func<bool> MayReconcile { get; set; } = static () => true;

    public int Active => Volatile.Read(ref _active);

    public void Enqueue(ReconcileRequest request, int priority = 0) =>
        _queue.Add(request, new AddOptions { Priority = options.UsePriorityQueue ? priority : 0 });

    public void Connect()
    {
        if (Handlers.Count == 0)
            Handlers = [.. _sources.Kinds.Select(kind => kind.Connect(Enqueue))];
    }

    public IEnumerable<NamedRun> Sources =>
        _sources.Others.Select(source => new NamedRun($"The source {source.GetType().Name} of {Name}", stopping => source.RunAsync(request => Enqueue(request), stopping)));

    public async Task<bool> RunAsync(TimeSpan gracefulTimeout, CancellationToken stopping, CancellationToken abort = default)
    {
        using var cancel = new CancellationTokenSource();
        _log.LogInformation("Controller {Controller} starts with {Workers} worker(s)", Name, options.MaxConcurrentReconciles);
        metrics?.Start();
        var workers = Task.WhenAll(Enumerable.Range(0, options.MaxConcurrentReconciles).Select(_ => Task.Run(() => WorkAsync(stopping, cancel.Token), CancellationToken.None)));
        await Task.WhenAny(workers, Task.Delay(Timeout.InfiniteTimeSpan, time, stopping));
        _queue.ShutDown();
        return await FinishAsync(workers, cancel, gracefulTimeout, abort);
    }

    public void Dispose() => _queue.Dispose();

    private static PriorityQueue<ReconcileRequest> NewQueue(ControllerOptions options, TimeProvider time, ControllerMetrics? metrics)
    {
        var queue = new PriorityQueue<ReconcileRequest>(options.RateLimiter ?? MaxOfRateLimiter<ReconcileRequest>.ForControllers(time), time);
        if (metrics is { IsMeasured: true })
            queue.Measure(time, metrics);
        return queue;
    }

    // What is in flight may end by itself for a while, then is cancelled, then is left alone.
    private async Task<bool> FinishAsync(Task workers, CancellationTokenSource cancel, TimeSpan gracefulTimeout, CancellationToken abort)
    {
        if (await EndsAsync(workers, gracefulTimeout, abort))
            return Active == 0;
        if (abort.IsCancellationRequested)
            _log.LogWarning("Controller {Controller}: reconciles still run and are cancelled", Name);
        else
            _log.LogWarning("Controller {Controller}: reconciles still run after {Timeout}; they are cancelled", Name, gracefulTimeout);
        await cancel.CancelAsync();
        if (await EndsAsync(workers, AbortTimeout, CancellationToken.None))
            return Active == 0;
        _log.LogError("Controller {Controller}: a reconcile ignores its cancellation and is abandoned", Name);
        return false;
    }

    private async Task<bool> EndsAsync(Task workers, TimeSpan timeout, CancellationToken cancellationToken)
    {
        try
        {
            await workers.WaitAsync(timeout, time, cancellationToken);
            return true;
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            return false;
        }
    }

    private async Task WorkAsync(CancellationToken stopping, CancellationToken abort)
    {
        var request = default(ReconcileRequest);
        var replace = () =>
        {
            LogTimeout(request);
            return Task.Run(() => WorkAsync(stopping, abort), CancellationToken.None);
        };
        while (true)
        {
            var item = await _queue.GetAsync(CancellationToken.None);
            while (!MayReconcile() && !stopping.IsCancellationRequested)
                await Task.Delay(HeldDelay, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (item.IsShutDown || stopping.IsCancellationRequested)
                return;
            request = item.Value;
            var limit = new ReconcileLimit(options.ReconcileTimeout, time, replace, abort);
            var reconcile = ReconcileAsync(item, limit, abort);
            if (!limit.TryReturn())
            {
                await await limit.Passed;
                return;
            }
            // The worker goes on; the object stays taken until its reconcile has really ended.
            if (!reconcile.IsCompleted && await Task.WhenAny(reconcile, limit.Passed) != reconcile)
                LogTimeout(request);
        }
    }

    private void LogTimeout(ReconcileRequest request)
    {
        metrics?.TimedOut();
        _log.LogError("The reconcile of {Namespace}/{Name} took longer than {Timeout} and is cancelled", request.Namespace, request.Name, options.ReconcileTimeout);
    }

    // Never throws: nothing that a reconciler or a rate limiter does may cost a worker or keep an object taken.
    private async Task ReconcileAsync(WorkItem<ReconcileRequest> item, ReconcileLimit limit, CancellationToken abort)
    {
        var request = item.Value;
        var id = Guid.NewGuid();
        var span = ReconcileTrace.Start(Name, request, id);
        using var scope = _log.BeginScope(new ReconcileScope(Name, request, id));
        var outcome = ReconcileOutcome.Error;
        var begun = metrics?.Begin() ?? 0;
        Interlocked.Increment(ref _active);
        try
        {
            outcome = await TryAsync(request, item.Priority, limit, span, abort);
        }
        catch (Exception e)
        {
            _log.LogError(e, "{Controller}: the rate limiter failed; {Namespace}/{Name} waits {Delay}", Name, request.Namespace, request.Name, UnlimitedDelay);
            _queue.Add(request, new AddOptions { After = UnlimitedDelay, Priority = item.Priority });
        }
        finally
        {
            Interlocked.Decrement(ref _active);
            metrics?.End(outcome, begun);
            span?.End(outcome);
            limit.Dispose();
            _queue.Done(request);
        }
    }

    private async Task<ReconcileOutcome> TryAsync(ReconcileRequest request, int priority, ReconcileLimit limit, Activity? span, CancellationToken abort)
    {
        ReconcileResult result;
        try
        {
            result = await reconciler.ReconcileAsync(request, limit.Token);
        }
        catch (OperationCanceledException) when (abort.IsCancellationRequested)
        {
            return ReconcileOutcome.Cancelled;
        }
        catch (TerminalException e)
        {
            span?.AddException(e);
            _log.LogError(e, "{Controller}: {Namespace}/{Name} failed for good; it is not tried again until it changes", Name, request.Namespace, request.Name);
            _queue.Forget(request);
            return ReconcileOutcome.TerminalError;
        }
        catch (Exception e)
        {
            span?.AddException(e);
            LogFailure(request, e);
            _queue.Add(request, new AddOptions { RateLimited = true, Priority = priority });
            return ReconcileOutcome.Error;
        }
        if (result is { IsRequeued: true, Delay.Ticks: 0 })
        {
            _queue.Add(request, new AddOptions { RateLimited = true, Priority = priority });
            return ReconcileOutcome.Requeue;
        }
        _queue.Forget(request);
        if (!result.IsRequeued)
            return ReconcileOutcome.Success;
        _queue.Add(request, new AddOptions { After = result.Delay, Priority = priority });
        return ReconcileOutcome.RequeueAfter;
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
