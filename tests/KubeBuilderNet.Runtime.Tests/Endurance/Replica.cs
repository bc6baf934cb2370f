using k8s.Models;
using KubeBuilderNet.Caching;
using KubeBuilderNet.Client;
using KubeBuilderNet.Events;
using KubeBuilderNet.Hosting;
using KubeBuilderNet.Managing;
using KubeBuilderNet.Metrics;
using KubeBuilderNet.Queueing;
using KubeBuilderNet.Reconciling;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace KubeBuilderNet.Runtime.Tests.Endurance;

/// <summary>One process of the operator.</summary>
internal sealed class Replica
{
    internal static readonly ObjectKey Lease = new("ops", "hours");
    internal static readonly TimeSpan RetryPeriod = TimeSpan.FromSeconds(8);
    private readonly IHost _host;
    private readonly ReplicaClient _client;
    private readonly ExponentialRateLimiter<ReconcileRequest> _failures = new();
    private Task? _stopping;

    internal Replica(string name, World world, Weather weather, SteadyTime time)
    {
        (Name, Ledger) = (name, new Ledger(time));
        _client = new ReplicaClient(name, world.Server, weather, Ledger, Traffic);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton<IClient>(_client).AddSingleton<TimeProvider>(time).AddSingleton(world).AddSingleton(weather).AddSingleton(Ledger).AddSingleton<MapReconciler>();
        builder.Services.AddKubeBuilder(Configure).AddController<V1ConfigMap, WatchedReconciler>(controller => controller.Owns<V1Secret>().WithOptions(options =>
        {
            (options.MaxConcurrentReconciles, options.ReconcileTimeout) = (4, TimeSpan.FromMinutes(2));
            // What controllers have by default, with a hand on its failures.
            options.RateLimiter = new MaxOfRateLimiter<ReconcileRequest>(_failures, new TokenBucketRateLimiter<ReconcileRequest>(10, 100, time));
        }));
        _host = builder.Build();
    }

    internal string Name { get; }

    internal Ledger Ledger { get; }

    internal Traffic Traffic { get; } = new();

    internal bool IsCutOff
    {
        get => _client.IsCutOff;
        set => _client.IsCutOff = value;
    }

    /// <summary>Whether the process is gone, and all that it had with it.</summary>
    internal bool HasEnded => _stopping is { IsCompleted: true };

    internal bool IsReady => _stopping is null && State.NotReady is null && State.Failure is null;

    private ManagerState State => Get<ManagerState>();

    internal Task StartAsync() => _host.StartAsync();

    /// <summary>Ends what has ended by itself, as a process does that has failed.</summary>
    internal void Tend()
    {
        if (Get<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested)
            Stop();
    }

    internal void Stop() => _stopping ??= Task.Run(() => _host.StopAsync());

    internal async Task<WeakReference> BuryAsync()
    {
        await _stopping!;
        _host.Dispose();
        return new WeakReference(_host);
    }

    /// <summary>What is kept, by name; to be asked while nothing goes on.</summary>
    internal Dictionary<string, int> Kept()
    {
        var controller = Assert.Single(Get<ManagerMetrics>().Controllers);
        var (informers, events) = (Get<SharedInformerFactory>(), Get<EventRecorder>());
        var (maps, secrets) = (informers.Get<V1ConfigMap>(), informers.Get<V1Secret>());
        return new(StringComparer.Ordinal)
        {
            ["active reconciles"] = controller.Active,
            ["held items"] = controller.Queue.Held,
            ["delayed items"] = controller.Queue.Delayed,
            ["failing items"] = _failures.Failing,
            ["handlers"] = maps.Handlers + secrets.Handlers,
            ["waiters"] = maps.Waiting + secrets.Waiting,
            ["maps"] = maps.Lister.List().Count,
            ["secrets"] = secrets.Lister.List().Count,
            ["series"] = events.Kept.Series,
            ["objects with events"] = events.Kept.Objects,
        };
    }

    private static void Configure(ManagerOptions options)
    {
        options.Exit = static _ => { };
        options.LeaderElection.Enabled = true;
        (options.LeaderElection.Namespace, options.LeaderElection.Id) = (Lease.Namespace, Lease.Name);
        // Four times the defaults: a day has 43,200 renewals otherwise.
        options.LeaderElection.RetryPeriod = RetryPeriod;
        (options.LeaderElection.LeaseDuration, options.LeaderElection.RenewDeadline) = (RetryPeriod * 7.5, RetryPeriod * 5);
    }

    private T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();
}
