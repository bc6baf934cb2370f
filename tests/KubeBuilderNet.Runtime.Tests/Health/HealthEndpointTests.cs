using KubeBuilderNet.Caching;
using KubeBuilderNet.Client;
using KubeBuilderNet.Runtime.Tests.Serving;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace KubeBuilderNet.Runtime.Tests.Health;

public sealed class HealthEndpointTests
{
    [Fact]
    public async Task A_manager_is_alive_at_once_and_ready_when_caches_and_controllers_are()
    {
        await using var server = await StartAsync();
        Assert.Equal((200, "ok"), await server.GetAsync("/healthz"));
        Assert.Equal((500, "[-]caches failed: not started yet\n[-]controllers failed: starting\nreadyz check failed\n"), await server.GetAsync("/readyz"));

        var informer = new Informer { LastError = "no rights" };
        server.State.Informers = [informer];
        server.State.NotReady = null;
        Assert.Equal((500, "[-]caches failed: v1, Kind=ConfigMap: no rights\n[+]controllers ok\nreadyz check failed\n"), await server.GetAsync("/readyz"));

        informer.HasSynced = true;
        Assert.Equal((200, "ok"), await server.GetAsync("/readyz"));
        Assert.Equal((200, "[+]caches ok\n[+]controllers ok\nreadyz check passed\n"), await server.GetAsync("/readyz?verbose"));
    }

    [Fact]
    public async Task What_ended_the_manager_fails_both_probes()
    {
        await using var server = await StartAsync();
        server.State.Informers = [];
        server.State.NotReady = null;
        server.State.Failure = "the lease is lost";
        Assert.Equal((500, "[-]manager failed: the lease is lost\nhealthz check failed\n"), await server.GetAsync("/healthz"));
        Assert.Equal(500, (await server.GetAsync("/readyz")).Status);
    }

    [Fact]
    public async Task One_check_can_be_asked_for_and_one_left_out()
    {
        await using var server = await StartAsync();
        server.State.NotReady = null;
        Assert.Equal(200, (await server.GetAsync("/readyz/controllers")).Status);
        Assert.Equal(500, (await server.GetAsync("/readyz/caches")).Status);
        Assert.Equal(200, (await server.GetAsync("/readyz?exclude=caches")).Status);
        Assert.Equal(404, (await server.GetAsync("/readyz/nothing")).Status);
        Assert.Equal(404, (await server.GetAsync("/metrics")).Status);
        Assert.Equal(405, (await server.GetAsync("/readyz", method: HttpMethod.Post)).Status);
    }

    [Fact]
    public async Task Checks_of_the_application_count_by_their_tag()
    {
        var live = HealthCheckResult.Healthy();
        var ready = HealthCheckResult.Unhealthy("no database");
        await using var server = await StartAsync(services => services.AddHealthChecks()
            .AddCheck("loop", () => live, ["live"])
            .AddCheck("database", () => ready));
        server.State.Informers = [];
        server.State.NotReady = null;
        Assert.Equal((500, "[+]caches ok\n[+]controllers ok\n[-]database failed: no database\nreadyz check failed\n"), await server.GetAsync("/readyz"));
        Assert.Equal((200, "[+]manager ok\n[+]loop ok\nhealthz check passed\n"), await server.GetAsync("/healthz?verbose"));
        ready = HealthCheckResult.Degraded();
        live = HealthCheckResult.Unhealthy();
        Assert.Equal((200, 500), ((await server.GetAsync("/readyz")).Status, (await server.GetAsync("/healthz")).Status));
    }

    private static Task<TestServer> StartAsync(Action<IServiceCollection>? services = null) =>
        TestServer.StartAsync(options => options.HealthProbeBindAddress = "127.0.0.1:0", services: services);

    private sealed class Informer : IInformer
    {
        public GroupVersionKind Kind { get; } = new("", "v1", "ConfigMap");

        public bool HasSynced { get; set; }

        public string? LastError { get; set; }

        public Task RunAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public IReadOnlyCollection<UnreadableObject> Unreadable => [];

        public Task WaitForSyncAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
