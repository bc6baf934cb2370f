using k8s.Models;
using KubeBuilderNet.Client.Rest;
using KubeBuilderNet.Testing;

namespace KubeBuilderNet.IntegrationTests.Networks;

/// <summary>A program with more watches than a connection takes: one that is full has left .NET's pool, and nobody pings it.</summary>
public sealed class FullConnectionTests(FullConnectionFixture fixture) : IClassFixture<FullConnectionFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Watches_that_fill_a_connection_which_went_silent_go_on_over_another()
    {
        var writer = fixture.Server.CreateClient();
        await using var proxy = new FaultyProxy(fixture.Server);
        using var rest = new RestClient(proxy.Configuration, new RestClientOptions { PingDelay = TimeSpan.FromSeconds(1), PingTimeout = TimeSpan.FromSeconds(3) });
        var watches = Enumerable.Range(0, 2 * FullConnectionFixture.Streams).Select(_ => new Watched<V1ConfigMap>(rest, "default")).ToList();
        foreach (var watched in watches)
            await watched.Informer.WaitForSyncAsync(Token);
        await writer.CreateAsync(Map("before"), cancellationToken: Token);
        await Eventually.True(() => watches.TrueForAll(static watched => watched.Handler.Versions.ContainsKey("before")));

        proxy.Stall();
        await writer.CreateAsync(Map("after"), cancellationToken: Token);
        await Eventually.True(() => watches.TrueForAll(static watched => watched.Handler.Versions.ContainsKey("after")));
        foreach (var watched in watches)
            await watched.DisposeAsync();
    }

    private static V1ConfigMap Map(string name) => new() { Metadata = new V1ObjectMeta { Name = name, NamespaceProperty = "default" } };
}

public sealed class FullConnectionFixture() : ServerFixture(new ApiServerOptions { ApiServerArguments = [$"--http2-max-streams-per-connection={Streams}"] })
{
    internal const int Streams = 4;
}
