using k8s.Models;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Rest;

namespace KubeBuilderNet.IntegrationTests.Networks;

/// <summary>Informers behind a network that cuts, half-closes, stalls and throttles.</summary>
public sealed class FaultyNetworkTests(KubernetesFixture fixture) : IClassFixture<KubernetesFixture>
{
    private const int Maps = 500;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(300_000)]
    public async Task After_thirty_faults_under_churn_the_cache_and_the_handler_know_every_final_state(int bytesPerSecond)
    {
        var (writer, @namespace) = (fixture.Server.CreateClient(), $"churn-{bytesPerSecond}");
        await CreateNamespaceAsync(writer, @namespace);
        await using var proxy = new FaultyProxy(fixture.Server) { BytesPerSecond = bytesPerSecond };
        await using var watched = new Watched<V1ConfigMap>(proxy, @namespace);
        await Parallel.ForEachAsync(Enumerable.Range(0, Maps), Token, async (i, token) => await writer.CreateAsync(Map(@namespace, i, 0), cancellationToken: token));
        await watched.Informer.WaitForSyncAsync(Token);

        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var churn = ChurnAsync(writer, @namespace, enough.Token);
        for (var fault = 0; fault < 30; fault++)
        {
            await Task.Delay(150, Token);
            Action harm = (fault % 10) switch { 9 => proxy.Stall, 4 => proxy.HalfClose, _ => proxy.Cut };
            harm();
        }
        await enough.CancelAsync();
        await churn;

        var stored = (await writer.ListAsync<V1ConfigMap>(new ListOptions { Namespace = @namespace }, Token)).Items.ToDictionary(Name, Version);
        await Eventually.True(() => Same(stored, watched.Cached), seconds: 90);
        await Eventually.True(() => Same(stored, watched.Handler.Versions), seconds: 90);
        Assert.True(proxy.Accepted >= 5, $"only {proxy.Accepted} connections were made: the faults hit nothing");
    }

    // Nobody pings over HTTP/1.1: there the silence of a connection must do.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_peer_that_went_silent_is_noticed_and_left(bool pings)
    {
        var (writer, @namespace) = (fixture.Server.CreateClient(), pings ? "silent-2" : "silent-1");
        await CreateNamespaceAsync(writer, @namespace);
        await using var proxy = new FaultyProxy(fixture.Server);
        proxy.Configuration.DisableHttp2 = !pings;
        await using var watched = new Watched<V1ConfigMap>(proxy, @namespace);
        await watched.Informer.WaitForSyncAsync(Token);
        await writer.CreateAsync(Map(@namespace, 1, 0), cancellationToken: Token);
        await Eventually.True(() => watched.Handler.Versions.ContainsKey("map-1"), seconds: 90);

        proxy.Stall();
        await writer.CreateAsync(Map(@namespace, 2, 0), cancellationToken: Token);
        await Eventually.True(() => watched.Handler.Versions.ContainsKey("map-2"), seconds: 90);
        Assert.True(proxy.Accepted >= 2);
    }

    [Fact]
    public async Task A_quiet_watch_whose_connection_is_pinged_stays_where_it_is()
    {
        var (writer, answers) = (fixture.Server.CreateClient(), 0);
        await CreateNamespaceAsync(writer, "quiet");
        var patience = TimeSpan.FromSeconds(6);
        using var rest = fixture.Server.CreateRestClient(new RestClientOptions
        {
            PingDelay = TimeSpan.FromSeconds(1),
            PingTimeout = patience - TimeSpan.FromSeconds(1),
            Answered = (_, _) => Interlocked.Increment(ref answers),
        });
        await using var watched = new Watched<V1ConfigMap>(rest, "quiet");
        await watched.Informer.WaitForSyncAsync(Token);
        await writer.CreateAsync(Map("quiet", 1, 0), cancellationToken: Token);
        await Eventually.True(() => watched.Handler.Versions.ContainsKey("map-1"));
        var before = Volatile.Read(ref answers);
        await Task.Delay(patience * 1.5, Token);
        await writer.CreateAsync(Map("quiet", 2, 0), cancellationToken: Token);
        await Eventually.True(() => watched.Handler.Versions.ContainsKey("map-2"));
        Assert.Equal(before, Volatile.Read(ref answers));
    }

    private static async Task CreateNamespaceAsync(IClient client, string name) =>
        await client.CreateAsync(new V1Namespace { Metadata = new V1ObjectMeta { Name = name } }, cancellationToken: Token);

    private static async Task ChurnAsync(IClient client, string @namespace, CancellationToken enough)
    {
        var workers = Enumerable.Range(0, 4).Select(async worker =>
        {
            var random = new Random(worker);
            for (var round = 1; !enough.IsCancellationRequested; round++)
            {
                // Each worker has maps of its own: no conflicts.
                var i = random.Next(Maps / 4) * 4 + worker;
                var map = Map(@namespace, i, round);
                if (await client.FindAsync<V1ConfigMap>(ObjectKey.Of(map), Token) is null)
                    await client.CreateAsync(map, cancellationToken: Token);
                else if (random.Next(3) == 0)
                    await client.DeleteAsync(map, cancellationToken: Token);
                else
                    await client.UpdateAsync(map, cancellationToken: Token);
            }
        });
        await Task.WhenAll(workers);
    }

    private static V1ConfigMap Map(string @namespace, int i, int round) => new()
    {
        Metadata = new V1ObjectMeta { Name = $"map-{i}", NamespaceProperty = @namespace },
        Data = new Dictionary<string, string> { ["round"] = $"{round}", ["filling"] = new string('x', 200) },
    };

    private static string Name(V1ConfigMap map) => map.Metadata.Name;

    private static string Version(V1ConfigMap map) => map.Metadata.ResourceVersion;

    private static bool Same(Dictionary<string, string> expected, IDictionary<string, string> actual) =>
        expected.Count == actual.Count && expected.All(pair => actual.TryGetValue(pair.Key, out var version) && version == pair.Value);
}
