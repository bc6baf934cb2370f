using k8s.Models;
using KubeBuilderNet.Caching;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Watching;
using KubeBuilderNet.Hosting;
using KubeBuilderNet.Permissions;
using KubeBuilderNet.Predicates;
using KubeBuilderNet.Reconciling;
using KubeBuilderNet.Runtime.Tests.Caching;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace KubeBuilderNet.Runtime.Tests.Hosting;

[Collection(ExitCode.Collection)]
public sealed class HostingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Controllers_start_when_the_caches_are_full_and_share_one_list()
    {
        var client = new ScriptedClient().List("1", Thing.Of("a"), Thing.Of("b"));
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton<IClient>(client);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<Seen>();
        builder.Services.AddKubeBuilder()
            .AddController<V1ConfigMap, MapReconciler>(controller => controller.Watches<V1ConfigMap>(map => [new ReconcileRequest(ObjectKey.Of(map))]))
            .AddInformer<V1ConfigMap>();
        using var host = builder.Build();
        await host.StartAsync(Token);
        var seen = host.Services.GetRequiredService<Seen>();
        await Eventually.True(() => seen.Requests.Count == 2);
        Assert.Equal(["default/a:2", "default/b:2"], seen.Requests.Order());
        Assert.Equal(1, client.Lists);
        await host.StopAsync(Token);
    }

    [Fact]
    public async Task A_controller_hears_only_of_what_its_predicates_let_through()
    {
        var labelled = Thing.Of("c");
        labelled.Metadata.Labels = new Dictionary<string, string> { ["mine"] = "yes" };
        var client = new ScriptedClient().List("1", Thing.Of("a"), Thing.Of("b"), labelled).Watch(
            ScriptedClient.Event(WatchChangeType.Modified, Thing.Of("b", 2)), ScriptedClient.Event(WatchChangeType.Added, Thing.Of("last", 3)), ScriptedClient.Hang);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton<IClient>(client);
        builder.Services.AddSingleton<Seen>();
        builder.Services.AddKubeBuilder().AddController<V1ConfigMap, MapReconciler>(controller => controller
            .For(Predicate.Where<V1ConfigMap>(static map => map.Metadata.Name == "last"))
            .Watches(static map => [new ReconcileRequest("of", map.Metadata.Name)], Predicate.Labels("mine=yes").And(Predicate.Where<V1ConfigMap>(static _ => true)))
            .WithEventFilter(Predicate.Where<IMetadata<V1ObjectMeta>>(static map => map.Metadata.Name != "a")));
        using var host = builder.Build();
        await host.StartAsync(Token);
        var seen = host.Services.GetRequiredService<Seen>();
        await Eventually.True(() => seen.Requests.Any(static request => request.StartsWith("default/last", StringComparison.Ordinal)));
        Assert.Equal(["default/last", "of/c"], seen.Requests.Select(static request => request.Split(':')[0]).Order());
        await host.StopAsync(Token);
    }

    [Fact]
    public void A_predicate_for_another_kind_is_refused() =>
        Assert.Contains("The controller is of ConfigMap, not of V1Node", Assert.Throws<ArgumentException>(() => Host.CreateEmptyApplicationBuilder(null).Services
            .AddKubeBuilder().AddController<V1ConfigMap, MapReconciler>(static controller => controller.For(Predicate.Where<V1Node>(static _ => true)))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_controller_hears_of_a_resource_that_no_class_describes()
    {
        var server = new ResourceServer { Items = { """{"metadata":{"name":"w","namespace":"one","resourceVersion":"9"},"spec":{"map":"mine"}}""" } };
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton<IClient>(new KubernetesApiClient(server.Rest));
        builder.Services.AddSingleton<Seen>();
        builder.Services.AddKubeBuilder().AddController<V1ConfigMap, MapReconciler>(controller => controller
            .Watches(new GroupVersionResource("example.com", "v1", "widgets"), widget => [new ReconcileRequest("one", widget.Get<string>("spec", "map")!)]));
        using var host = builder.Build();
        await host.StartAsync(Token);
        var seen = host.Services.GetRequiredService<Seen>();
        await Eventually.True(() => seen.Requests.Contains("one/mine:1"));
        await host.StopAsync(Token);
    }

    [Fact]
    public async Task An_added_index_finds_what_the_cache_holds()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton<IClient>(new ScriptedClient().List("1", Thing.Of("a"), Thing.Of("b")));
        builder.Services.AddKubeBuilder().AddIndex<V1ConfigMap>("first letter", map => [map.Metadata.Name[..1]]);
        using var host = builder.Build();
        await host.StartAsync(Token);
        var maps = host.Services.GetRequiredService<ILister<V1ConfigMap>>();
        await Eventually.True(() => maps.List().Count == 2);
        Assert.Equal("b", Assert.Single(maps.ByIndex("first letter", "b")).Metadata.Name);
        await host.StopAsync(Token);
    }

    [Fact]
    public async Task Without_a_kubeconfig_the_program_ends_with_one_line_and_a_code()
    {
        var log = new CriticalLog();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.AddProvider(log);
        builder.Services.AddSingleton<Seen>();
        builder.Services.AddKubeBuilder(options => options.KubeconfigPath = "there-is-none").AddController<V1ConfigMap, MapReconciler>();
        try
        {
            await builder.Build().RunAsync(Token);
            Assert.Equal(1, Environment.ExitCode);
        }
        finally
        {
            Environment.ExitCode = 0;
        }
        Assert.Equal("there-is-none: there is no such kubeconfig file.", Assert.Single(log.Critical));
    }

    [Fact]
    public async Task A_bad_flag_ends_the_program_with_one_line_and_a_code() =>
        Assert.Equal("--leader-elect (LEADER_ELECT) must be true or false, not 'perhaps'.", await FailureAsync("--leader-elect=perhaps"));

    [Fact]
    public async Task A_port_that_is_taken_ends_the_program_with_one_line_and_a_code()
    {
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Any, 0);
        taken.Start();
        var address = $":{((System.Net.IPEndPoint)taken.LocalEndpoint).Port}";
        Assert.StartsWith($"--health-probe-bind-address (HEALTH_PROBE_BIND_ADDRESS) '{address}': can't be listened on: another program listens there.",
            await FailureAsync($"--health-probe-bind-address={address}"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_controller_is_not_added_twice()
    {
        var builder = new ServiceCollection().AddKubeBuilder().AddController<V1ConfigMap, MapReconciler>();
        Assert.Throws<InvalidOperationException>(() => builder.AddController<V1ConfigMap, MapReconciler>());
    }

    private static async Task<string> FailureAsync(params string[] arguments)
    {
        var log = new CriticalLog();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton<IClient>(new ScriptedClient());
        builder.Configuration.AddCommandLine(arguments);
        builder.Logging.AddProvider(log);
        builder.Services.AddKubeBuilder();
        try
        {
            await builder.Build().RunAsync(Token);
            Assert.Equal(1, Environment.ExitCode);
        }
        finally
        {
            Environment.ExitCode = 0;
        }
        return Assert.Single(log.Critical);
    }

    [Fact]
    public async Task A_map_may_ask_a_service_and_code_may_say_more_of_a_controller_that_is_added()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton<IClient>(new ScriptedClient().List("1", Thing.Of("a")));
        builder.Services.AddSingleton<Seen>();
        builder.Services.AddKubeBuilder()
            .AddController<V1ConfigMap, MapReconciler>(static controller => controller.WithOptions(static options => options.Name = "first"))
            .ConfigureController<MapReconciler>(static controller => controller
                .Watches<V1ConfigMap, MapReconciler>(static (map, reconciler) => [new ReconcileRequest(reconciler.GetType().Name, map.Metadata.Name)])
                .WithOptions(static options => options.Name = "second"))
            .AddController<V1ConfigMap, OtherReconciler>(static controller => controller.WithOptions(static options => options.Name = "first"));
        using var host = builder.Build();
        await host.StartAsync(Token);
        var seen = host.Services.GetRequiredService<Seen>();
        await Eventually.True(() => seen.Requests.Any(static request => request.StartsWith("MapReconciler/a", StringComparison.Ordinal)));
        Assert.Equal(["second", "first"], host.Services.GetServices<PermissionSet>().Select(static set => set.Name));
        await host.StopAsync(Token);
    }

    [Fact]
    public void A_controller_is_configured_after_it_is_added_and_keeps_a_name_of_its_own()
    {
        var builder = new ServiceCollection().AddKubeBuilder();
        var early = Assert.Throws<InvalidOperationException>(() => builder.ConfigureController<MapReconciler>(static _ => { }));
        Assert.Contains("call ConfigureController after AddGeneratedControllers", early.Message, StringComparison.Ordinal);
        builder.AddController<V1ConfigMap, MapReconciler>(static controller => controller.WithOptions(static options => options.Name = "x")).AddController<V1ConfigMap, OtherReconciler>();
        var taken = Assert.Throws<InvalidOperationException>(() =>
            builder.ConfigureController<OtherReconciler>(static controller => controller.WithOptions(static options => options.Name = "x")));
        Assert.Contains("OtherReconciler", taken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Controllers_of_one_name_are_refused()
    {
        var builder = new ServiceCollection().AddKubeBuilder().AddController<V1ConfigMap, MapReconciler>(controller => controller.WithOptions(options => options.Name = "x"));
        var refusal = Assert.Throws<InvalidOperationException>(() =>
            builder.AddController<V1ConfigMap, OtherReconciler>(controller => controller.WithOptions(options => options.Name = "x")));
        Assert.Contains("OtherReconciler", refusal.Message, StringComparison.Ordinal);
    }

    private sealed class OtherReconciler : IReconciler<V1ConfigMap>
    {
        public Task<ReconcileResult> ReconcileAsync(ReconcileRequest request, CancellationToken cancellationToken) => Task.FromResult(ReconcileResult.Done);
    }

    private sealed class Seen
    {
        internal System.Collections.Concurrent.ConcurrentBag<string> Requests { get; } = [];
    }

    private sealed class MapReconciler(ILister<V1ConfigMap> maps, Seen seen) : IReconciler<V1ConfigMap>
    {
        public Task<ReconcileResult> ReconcileAsync(ReconcileRequest request, CancellationToken cancellationToken)
        {
            var entry = $"{request}:{maps.List().Count}";
            if (!seen.Requests.Contains(entry))
                seen.Requests.Add(entry);
            return Task.FromResult(ReconcileResult.Done);
        }
    }

    private sealed class CriticalLog : ILoggerProvider, ILogger
    {
        internal List<string> Critical { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel != LogLevel.Critical)
                return;
            lock (Critical)
                Critical.Add(formatter(state, exception));
        }

        public void Dispose()
        {
        }
    }
}
