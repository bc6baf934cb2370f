using System.Collections.Concurrent;
using k8s.Models;
using KubeBuilderNet.Client;
using KubeBuilderNet.Controllers;
using KubeBuilderNet.Hosting;
using KubeBuilderNet.Managing;
using KubeBuilderNet.Reconciling;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace KubeBuilderNet.Runtime.Tests.Managing;

/// <summary>An operator of ConfigMaps on a server in memory and in virtual time, which notes what it is asked to reconcile.</summary>
internal sealed class TestHost : IDisposable
{
    private readonly IHost _host;

    internal TestHost(MemoryClient client, SteadyTime time, Action<ManagerOptions>? options = null, Action<IKubeBuilder>? add = null, Action<ControllerBuilder>? controller = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton<IClient>(client);
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddSingleton(this);
        var kube = builder.Services.AddKubeBuilder(options).AddController<V1ConfigMap, Reconciler>(controller);
        add?.Invoke(kube);
        (_host, Time) = (builder.Build(), time);
    }

    internal SteadyTime Time { get; }

    internal ConcurrentQueue<string> Reconciled { get; } = [];

    internal IServiceProvider Services => _host.Services;

    internal ManagerState State => Services.GetRequiredService<ManagerState>();

    /// <summary>Has replicas elect a leader, by times that a clock which runs fast doesn't cost it.</summary>
    internal static void Elect(ManagerOptions options)
    {
        options.LeaderElection.Enabled = true;
        (options.LeaderElection.Namespace, options.LeaderElection.Id) = ("ops", "mine");
        (options.LeaderElection.LeaseDuration, options.LeaderElection.RenewDeadline) = (TimeSpan.FromDays(2), TimeSpan.FromDays(1));
    }

    internal Task StartAsync() => _host.StartAsync(TestContext.Current.CancellationToken);

    internal async Task StopAsync()
    {
        var stopped = _host.StopAsync(TestContext.Current.CancellationToken);
        await Eventually.True(() => stopped.IsCompleted, Time, TimeSpan.FromMilliseconds(20));
        await stopped;
    }

    public void Dispose() => _host.Dispose();

    private sealed class Reconciler(TestHost host) : IReconciler<V1ConfigMap>
    {
        public Task<ReconcileResult> ReconcileAsync(ReconcileRequest request, CancellationToken cancellationToken)
        {
            host.Reconciled.Enqueue(request.Name);
            return Task.FromResult(ReconcileResult.Done);
        }
    }
}
