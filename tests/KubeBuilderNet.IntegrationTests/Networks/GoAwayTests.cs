using k8s.Models;
using KubeBuilderNet.Client.Rest;
using KubeBuilderNet.Testing;

namespace KubeBuilderNet.IntegrationTests.Networks;

/// <summary>A server that sends clients to other connections, as those behind a load balancer do: watches stay on the old ones, which nobody pings.</summary>
public sealed class GoAwayTests(GoAwayFixture fixture) : IClassFixture<GoAwayFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_watch_on_a_connection_that_was_sent_away_and_went_silent_goes_on_over_another()
    {
        var writer = fixture.Server.CreateClient();
        await using var proxy = new FaultyProxy(fixture.Server);
        await using var watched = new Watched<V1ConfigMap>(proxy, "default");
        await watched.Informer.WaitForSyncAsync(Token);
        await writer.CreateAsync(Map("before"), cancellationToken: Token);
        await Eventually.True(() => watched.Handler.Versions.ContainsKey("before"));

        // One answer in fifty says go away; the next request goes elsewhere.
        for (var connections = proxy.Accepted; proxy.Accepted == connections;)
            await watched.Rest.SendAsync(new RestRequest(HttpMethod.Get, "/version"), Token);
        proxy.Stall();
        await writer.CreateAsync(Map("after"), cancellationToken: Token);
        await Eventually.True(() => watched.Handler.Versions.ContainsKey("after"));
        Assert.Empty(watched.Handler.Misfits);
    }

    private static V1ConfigMap Map(string name) => new() { Metadata = new V1ObjectMeta { Name = name, NamespaceProperty = "default" } };
}

public sealed class GoAwayFixture() : ServerFixture(new ApiServerOptions { ApiServerArguments = ["--goaway-chance=0.02"] });
