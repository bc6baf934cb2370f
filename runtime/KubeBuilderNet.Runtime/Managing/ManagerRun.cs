using System.Reflection;
using KubeBuilderNet.Caching;
using KubeBuilderNet.Client;
using KubeBuilderNet.Controllers;
using KubeBuilderNet.Events;
using KubeBuilderNet.LeaderElection;
using KubeBuilderNet.Metrics;
using KubeBuilderNet.Permissions;
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
    private readonly IReadOnlyList<RunnableRegistration> _runnables = [.. services.GetServices<RunnableRegistration>()];

    internal async Task RunAsync(CancellationToken stopping)
    {
        var client = services.GetRequiredService<IClient>();
        var elector = Elector(client);
        await using var server = await ManagerServer.StartAsync(services, _options, stopping);
        state.Addresses = server?.Addresses ?? [];
        var factories = services.GetServices<ClusterRegistration>().Select(cluster => services.GetRequiredKeyedService<SharedInformerFactory>(cluster.Name)).ToList();
        var controllers = Controllers();
        if (elector is not null)
            controllers.ForEach(controller => controller.MayReconcile = () => elector.IsCurrent);
        var informers = state.Informers = [.. factories.SelectMany(static factory => factory.Informers)];
        _metrics.Observe(informers);
        var review = Review(client);
        var sync = new CacheSync(informers, controllers, (client as KubernetesApiClient)?.Rest.Server, _options.CacheSyncTimeout, _time, () => review.Missing);
        log.LogInformation("Filling the caches of {Kinds} from {Server}", string.Join("; ", informers.Select(static informer => informer.Kind)), sync.Server);
        try
        {
            await using var before = Group(_options.GracefulShutdownTimeout).Start(Runnables(RunnableStage.BeforeCaches));
            // What maps objects to requests is the user's, and may hang.
            await using var caches = Group(CacheTimeout).Start(factories.Select(static factory => new NamedRun("A cache", factory.RunAsync)));
            var reviewed = review.RunAsync(stopping);
            if (_options.PermissionCheck == PermissionCheck.Fail)
                await Task.WhenAny(reviewed, before.Failed, caches.Failed).Unwrap();
            await Task.WhenAny(sync.AllAsync(stopping), before.Failed, caches.Failed).Unwrap();
            await using var after = Group(_options.GracefulShutdownTimeout).Start(Runnables(RunnableStage.AfterCaches));
            state.NotReady = null;
            var failure = Task.WhenAny(before.Failed, caches.Failed, after.Failed).Unwrap();
            var run = new LeadingRun(controllers, [.. Leading(controllers)], sync, _options, _time, log);
            await (elector is null ? run.RunAsync(failure, stopping) : LeadAsync(elector, run, failure, stopping));
        }
        finally
        {
            controllers.ForEach(static controller => controller.Dispose());
            await _events.DrainAsync(EventTimeout);
        }
    }

    private RunnableGroup Group(TimeSpan timeout) => new(timeout, _time, log);

    private IEnumerable<NamedRun> Runnables(RunnableStage stage) =>
        _runnables.Where(runnable => runnable.Stage == stage).Select(runnable => runnable.Make(services));

    private IEnumerable<NamedRun> Leading(List<IController> controllers) =>
        Runnables(RunnableStage.Leading).Concat(controllers.SelectMany(static controller => controller.Sources));

    private PermissionReview Review(IClient client)
    {
        var election = _options.LeaderElection;
        var scopes = new PermissionScopes(
            services.GetRequiredService<SharedInformerFactory>(), [.. _options.Namespaces], string.IsNullOrEmpty(election.Namespace) ? LeaderElectionNames.FindNamespace() : election.Namespace);
        var questions = services.GetServices<PermissionSet>().SelectMany(scopes.QuestionsOf).ToList();
        if (election.Enabled && questions.Count > 0)
            questions.AddRange(scopes.QuestionsOf(LeaderElector.Needs));
        return new PermissionReview(client, questions, _options.PermissionCheck, _time, log);
    }

    // Where a leader is elected, the queue of one that doesn't lead would keep every name that ever was.
    private List<IController> Controllers()
    {
        foreach (var registration in services.GetServices<InformerRegistration>())
            registration.Make(services);
        var controllers = services.GetServices<ControllerRegistration>().Select(registration => registration.Make(services)).ToList();
        _metrics.Observe(controllers);
        controllers.FindAll(controller => controller.Options.WarmUp || !_options.LeaderElection.Enabled).ForEach(static controller => controller.Connect());
        return controllers;
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

    // Who stands by keeps its caches in step, so that it can go on at once.
    private async Task LeadAsync(LeaderElector elector, LeadingRun run, Task failure, CancellationToken stopping)
    {
        await Task.WhenAny(elector.AcquireAsync(stopping), failure).Unwrap();
        _recorder.Normal(elector.Observed!, "LeaderElection", "Lead", $"{elector.Identity} became leader");
        using var stopRenewing = new CancellationTokenSource();
        var renewing = elector.RenewAsync(stopRenewing.Token);
        try
        {
            await run.RunAsync(failure, stopping, renewing);
        }
        finally
        {
            await stopRenewing.CancelAsync();
            await renewing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            // While a reconcile may still write, nobody else is let in.
            if (run.IsOver && _options.LeaderElection.ReleaseOnStop)
                await elector.ReleaseAsync();
        }
    }
}
