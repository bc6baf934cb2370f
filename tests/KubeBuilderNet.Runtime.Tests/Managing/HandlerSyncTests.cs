using System.Collections.Concurrent;
using k8s.Models;
using KubeBuilderNet.Client;
using KubeBuilderNet.Hosting;
using KubeBuilderNet.Managing;
using KubeBuilderNet.Reconciling;
using KubeBuilderNet.Runtime.Tests.Caching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace KubeBuilderNet.Runtime.Tests.Managing;

/// <summary>A full cache is not yet a full queue: what maps its objects to requests may take its time.</summary>
[Collection(ExitCode.Collection)]
public sealed class HandlerSyncTests : IDisposable
{
    private readonly ManualResetEventSlim _mapped = new();
    private readonly SteadyTime _time = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _mapped.Set();
        Environment.ExitCode = 0;
    }

    [Fact]
    public async Task A_controller_begins_when_its_own_handlers_have_heard_of_all()
    {
        using var host = await StartAsync();
        var state = host.Services.GetRequiredService<ManagerState>();
        await Eventually.True(() => state.Informers?.All(static informer => informer.HasSynced) == true);
        Assert.Equal("starting", state.NotReady);
        _mapped.Set();
        var calls = host.Services.GetRequiredService<Calls>();
        await Eventually.True(() => calls.WereMapped.Count == 2);
        Assert.All(calls.WereMapped, Assert.True);
        await host.StopAsync(Token);
    }

    [Fact]
    public async Task A_handler_that_hangs_ends_the_program_and_is_named()
    {
        using var host = await StartAsync();
        var state = host.Services.GetRequiredService<ManagerState>();
        await Eventually.True(() => state.Informers?.All(static informer => informer.HasSynced) == true);
        await Eventually.True(() => state.Failure is not null, _time);
        Assert.Equal("Not all that the caches hold was queued within 120 s, for map: what maps objects to requests there takes too long.", state.Failure);
        Assert.Empty(host.Services.GetRequiredService<Calls>().WereMapped);
    }

    private async Task<IHost> StartAsync()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton<IClient>(new ScriptedClient().List("1", Thing.Of("a"), Thing.Of("b")));
        builder.Services.AddSingleton<TimeProvider>(_time);
        builder.Services.AddSingleton(new Calls(_mapped));
        builder.Services.AddKubeBuilder().AddController<V1ConfigMap, MapReconciler>(controller => controller.Watches<V1ConfigMap>(_ =>
        {
            _mapped.Wait(Token);
            return [];
        }));
        var host = builder.Build();
        await host.StartAsync(Token);
        return host;
    }

    private sealed class Calls(ManualResetEventSlim mapped)
    {
        internal ConcurrentQueue<bool> WereMapped { get; } = [];

        internal void Add() => WereMapped.Enqueue(mapped.IsSet);
    }

    private sealed class MapReconciler(Calls calls) : IReconciler<V1ConfigMap>
    {
        public Task<ReconcileResult> ReconcileAsync(ReconcileRequest request, CancellationToken cancellationToken)
        {
            calls.Add();
            return Task.FromResult(ReconcileResult.Done);
        }
    }
}
