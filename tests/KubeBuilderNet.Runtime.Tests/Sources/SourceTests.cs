using System.Threading.Channels;
using k8s.Models;
using KubeBuilderNet.Caching;
using KubeBuilderNet.Client;
using KubeBuilderNet.Controllers;
using KubeBuilderNet.Hosting;
using KubeBuilderNet.Reconciling;
using KubeBuilderNet.Runtime.Tests.Managing;
using KubeBuilderNet.Sources;
using Microsoft.Extensions.DependencyInjection;

namespace KubeBuilderNet.Runtime.Tests.Sources;

/// <summary>What asks a controller for reconciles besides its own kind.</summary>
[Collection(ExitCode.Collection)]
public sealed class SourceTests : IDisposable
{
    private readonly MemoryClient _client = new();
    private readonly SteadyTime _time = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Environment.ExitCode = 0;

    [Fact]
    public async Task Messages_of_a_channel_are_reconciled()
    {
        var messages = Channel.CreateBounded<int>(2);
        using var host = await StartAsync(controller => controller.Watches(Source.Channel(messages.Reader, static number => Request($"a{number}", $"b{number}"))));
        for (var number = 0; number < 20; number++)
            await messages.Writer.WriteAsync(number, Token);
        await Eventually.True(() => host.Reconciled.Count == 40);
        messages.Writer.Complete();
        await host.StopAsync();
        Assert.Null(host.State.Failure);
    }

    [Fact]
    public async Task Requests_of_a_channel_need_no_map()
    {
        var requests = Channel.CreateUnbounded<ReconcileRequest>();
        using var host = await StartAsync(controller => controller.Watches(Source.Channel(requests.Reader)));
        await requests.Writer.WriteAsync(new ReconcileRequest("default", "x"), Token);
        await Eventually.True(() => host.Reconciled.SequenceEqual(["x"]));
        await host.StopAsync();
    }

    [Fact]
    public async Task A_timer_asks_again_and_again()
    {
        var period = TimeSpan.FromMinutes(5);
        using var host = await StartAsync(controller => controller.Watches(Source.Timer(period, static () => Request("x"), _time)));
        Assert.Empty(host.Reconciled);
        await Eventually.True(() => host.Reconciled.Count == 3, _time, TimeSpan.FromMinutes(1));
        await host.StopAsync();
    }

    [Fact]
    public void A_timer_needs_a_period() =>
        Assert.Throws<ArgumentOutOfRangeException>(static () => Source.Timer(TimeSpan.Zero, static () => []));

    [Fact]
    public async Task A_source_of_ones_own_has_services()
    {
        using var host = await StartAsync(
            static controller => controller.Watches(static services => services.GetRequiredService<Bell>()), static kube => kube.Services.AddSingleton(new Bell()));
        await Eventually.True(() => host.Reconciled.SequenceEqual(["rung"]));
        await host.StopAsync();
    }

    [Fact]
    public async Task A_source_that_fails_ends_the_program()
    {
        using var host = await StartAsync(static controller => controller.Watches(new Bell { Fault = new IOException("the bell broke") }));
        await Eventually.True(() => host.State.Failure is not null);
        Assert.Equal(("the bell broke", 1), (host.State.Failure, Environment.ExitCode));
        await host.StopAsync();
    }

    [Fact]
    public async Task Another_cluster_is_watched_read_and_written()
    {
        var remote = new MemoryClient();
        using var host = await StartAsync(
            static controller => controller.Watches<V1Secret>(static secret => Request("of-" + secret.Metadata.Name), null, "remote"),
            kube =>
            {
                kube.Services.AddKeyedSingleton<IClient>("remote", remote);
                kube.AddCluster("remote", static options => options.Namespaces.Add("shop")).AddInformer<V1ConfigMap>("remote");
            });
        await remote.CreateAsync(new V1Secret { Metadata = new V1ObjectMeta { Name = "key", NamespaceProperty = "shop" } }, null, Token);
        await remote.CreateAsync(Thing.Of("there"), null, Token);
        await Eventually.True(() => host.Reconciled.SequenceEqual(["of-key"]));
        var lister = host.Services.GetRequiredKeyedService<ILister<V1ConfigMap>>("remote");
        await Eventually.True(() => lister.Find(Thing.Key("there")) is not null);
        Assert.NotNull(await host.Services.GetRequiredKeyedService<CachedClient>("remote").FindAsync<V1Secret>(new("shop", "key"), Token));
        Assert.Null(host.Services.GetRequiredService<ILister<V1ConfigMap>>().Find(Thing.Key("there")));
        await host.StopAsync();
    }

    [Fact]
    public async Task A_cluster_that_nobody_added_is_named()
    {
        using var host = new TestHost(_client, _time, null, null, static controller => controller.Watches<V1Secret>(static _ => [], cluster: "home"));
        await host.StartAsync();
        await Eventually.True(() => host.State.Failure is not null);
        Assert.Equal("A controller watches the cluster 'home', and there is none of this name: add it with AddCluster.", host.State.Failure);
    }

    [Fact]
    public void Two_clusters_have_two_names()
    {
        var kube = new ServiceCollection().AddKubeBuilder().AddCluster("remote", static _ => { });
        Assert.Equal("There is a cluster 'remote' already.", Assert.Throws<InvalidOperationException>(() => kube.AddCluster("remote", static _ => { })).Message);
    }

    private static IEnumerable<ReconcileRequest> Request(params string[] names) => names.Select(static name => new ReconcileRequest("default", name));

    private async Task<TestHost> StartAsync(Action<ControllerBuilder> controller, Action<IKubeBuilder>? add = null)
    {
        var host = new TestHost(_client, _time, null, add, controller);
        await host.StartAsync();
        await Eventually.True(() => host.State.NotReady is null);
        return host;
    }

    private sealed class Bell : ISource
    {
        internal Exception? Fault { get; init; }

        public Task RunAsync(Action<ReconcileRequest> enqueue, CancellationToken cancellationToken)
        {
            enqueue(new ReconcileRequest("default", "rung"));
            return Fault is null ? Task.CompletedTask : Task.FromException(Fault);
        }
    }
}
