using System.Reflection;
using KubeBuilderNet.Caching;
using KubeBuilderNet.Client;
using KubeBuilderNet.Controllers;
using KubeBuilderNet.Events;
using KubeBuilderNet.LeaderElection;
using KubeBuilderNet.Metrics;
using KubeBuilderNet.Serving;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KubeBuilderNet.Managing;

/// <summary>One run: serves probes and metrics, fills caches, waits to lead, runs the controllers, and stops all in the reverse order.</summary>
internal sealed class ManagerRun(IServiceProvider services, ManagerState state, ILogger log)
{
    private static readonly TimeSpan CacheTimeout = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan EventTimeout = TimeSpan.FromSeconds(2);
    private readonly TimeProvider _time = services.GetRequiredService<TimeProvider>();
    private readonly ManagerOptions _options = services.GetRequiredService<ManagerOptions>();
    private readonly IEventRecorder _recorder = services.GetRequiredService<IEventRecorder>();
    private readonly EventRecorder _events = services.GetRequiredService<EventRecorder>();
    private readonly ManagerMetrics _metrics = services.GetRequiredService<ManagerMetrics>();

    internal async Task RunAsync(CancellationToken stopping)
    {
        var client = services.GetRequiredService<IClient>();
        var elector = Elector(client);
        await using var server = await ManagerServer.StartAsync(services, _options, stopping);
        state.Addresses = server?.Addresses ?? [];
        var controllers = services.GetServices<ControllerRegistration>().Select(registration => registration.Make(services)).ToList();
        _metrics.Observe(controllers);
        var factory = services.GetRequiredService<SharedInformerFactory>();
        foreach (var registration in services.GetServices<InformerRegistration>())
            registration.Make(factory);
        var informers = state.Informers = factory.Informers;
        _metrics.Observe(informers);
        var address = (client as KubernetesApiClient)?.Rest.Server;
        log.LogInformation("Filling the caches of {Kinds} from {Server}", string.Join("; ", informers.Select(informer => informer.Kind)), address);

        using var stopCaches = new CancellationTokenSource();
        var caches = Task.Run(() => factory.RunAsync(stopCaches.Token), CancellationToken.None);
        try
        {
            await Task.WhenAny(SyncAsync(informers, controllers, address, stopping), caches).Unwrap();
            state.NotReady = null;
            if (elector is null)
                await RunControllersAsync(controllers, caches, stopping);
            else
                await LeadAsync(elector, controllers, caches, stopping);
        }
        finally
        {
            await stopCaches.CancelAsync();
            // What maps objects to requests is the user's, and may hang.
            await caches.WaitAsync(CacheTimeout, _time, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            controllers.ForEach(static controller => controller.Dispose());
            await _events.DrainAsync(EventTimeout);
        }
    }

    private LeaderElector? Elector(IClient client)
    {
        var options = _options.LeaderElection;
        if (!options.Enabled)
            return null;
        var @namespace = string.IsNullOrEmpty(options.Namespace) ? LeaderElectionNames.Namespace() : options.Namespace;
        var id = string.IsNullOrEmpty(options.Id) ? LeaderElectionNames.Id(Assembly.GetEntryAssembly()) : options.Id;
        var elector = new LeaderElector(client, options, new ObjectKey(@namespace, id), LeaderElectionNames.Identity(), _time, log);
        _metrics.Observe(elector.Name, () => elector.IsLeader);
        return elector;
    }

    // A controller begins when its own handlers have heard of all, as controller-runtime's does: a full cache is not yet a full queue.
    private async Task SyncAsync(IReadOnlyCollection<IInformer> informers, List<IController> controllers, Uri? server, CancellationToken stopping)
    {
        var handlers = controllers.SelectMany(static controller => controller.Sources);
        try
        {
            await Task.WhenAll([.. informers.Select(informer => informer.WaitForSyncAsync(stopping)), .. handlers.Select(handler => handler.WaitForSyncAsync(stopping))])
                .WaitAsync(_options.CacheSyncTimeout, _time, stopping);
        }
        catch (TimeoutException)
        {
            throw new ManagerException(NotSynced(informers, controllers, server));
        }
    }

    private string NotSynced(IReadOnlyCollection<IInformer> informers, List<IController> controllers, Uri? server)
    {
        var within = $"within {_options.CacheSyncTimeout.TotalSeconds:0} s";
        var missing = informers.Where(informer => !informer.HasSynced).Select(informer => $"{informer.Kind}: {informer.LastError ?? "no answer yet"}").ToList();
        var behind = controllers.Where(controller => controller.Sources.Any(static source => !source.HasSynced)).Select(static controller => controller.Name);
        return missing.Count > 0
            ? $"The caches were not filled from {server} {within}. {string.Join(" ", missing)}"
            : $"Not all that the caches hold was queued {within}, for {string.Join(", ", behind)}: what maps objects to requests there takes too long.";
    }

    // Who stands by keeps its caches in step, so that it can go on at once.
    private async Task LeadAsync(LeaderElector elector, List<IController> controllers, Task caches, CancellationToken stopping)
    {
        await Task.WhenAny(elector.AcquireAsync(stopping), caches).Unwrap();
        _recorder.Normal(elector.Observed!, "LeaderElection", "Lead", $"{elector.Identity} became leader");
        using var stopRenewing = new CancellationTokenSource();
        var renewing = elector.RenewAsync(stopRenewing.Token);
        controllers.ForEach(controller => controller.MayReconcile = () => elector.IsCurrent);
        var haveEnded = false;
        try
        {
            haveEnded = await RunControllersAsync(controllers, caches, stopping, renewing);
        }
        finally
        {
            await stopRenewing.CancelAsync();
            await renewing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            // While a reconcile may still write, nobody else is let in.
            if (haveEnded && _options.LeaderElection.ReleaseOnStop)
                await elector.ReleaseAsync();
        }
    }

    // Runs until told to stop; a cache, a controller or a lease that ends before that has failed, and ends the rest. True when nothing
    // is left running.
    private async Task<bool> RunControllersAsync(List<IController> controllers, Task caches, CancellationToken stopping, Task? renewing = null)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        // Not disposed: the lease may be lost at any time.
        var abort = new CancellationTokenSource();
        var lost = AbortWhenLostAsync(renewing ?? new TaskCompletionSource().Task, abort);
        var running = controllers.Select(controller => controller.RunAsync(_options.GracefulShutdownTimeout, stop.Token, abort.Token)).ToList();
        var ended = await Task.WhenAny([caches, lost, Task.Delay(Timeout.InfiniteTimeSpan, _time, stop.Token), .. running]);
        await stop.CancelAsync();
        var areOver = Array.TrueForAll(await Task.WhenAll(running), static isOver => isOver);
        if (lost.IsFaulted && !areOver)
            ExitAtOnce();
        if (lost.IsFaulted)
            await lost;
        if (!stopping.IsCancellationRequested)
            await ended;
        return areOver;
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
        log.LogCritical("The lease is lost and a reconcile ignores its cancellation: the program ends at once");
        _options.Exit(1);
    }
}
