using System.Text.Json.Nodes;
using k8s;
using k8s.Models;
using KubeBuilderNet.Client;

namespace KubeBuilderNet.IntegrationTests.Networks;

/// <summary>10,000 objects that change all the time, behind a network that is cut 200 times.</summary>
public abstract class ChurnTests<T>(ServerFixture fixture)
    where T : class, IKubernetesObject<V1ObjectMeta>
{
    private const int Objects = 10_000;
    private const int Cuts = 200;
    private const int Workers = 4;
    private const string Namespace = "churning";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_200_cuts_the_cache_is_the_servers_and_each_handler_knows_every_final_state()
    {
        var writer = fixture.Server.CreateClient();
        await PrepareAsync(writer, Namespace);
        await Parallel.ForEachAsync(Enumerable.Range(0, Objects), new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Token },
            async (i, token) => await writer.CreateAsync(Make(Namespace, $"object-{i}"), cancellationToken: token));
        await using var proxy = new FaultyProxy(fixture.Server);
        await using var watched = new Watched<T>(proxy, Namespace);
        var (slow, late) = (new LastVersions<T>(isSlow: true), new LastVersions<T>());
        watched.Informer.AddHandler(slow);
        await watched.Informer.WaitForSyncAsync(Token);

        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var churn = Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => ChurnAsync(writer, worker, enough.Token)));
        var random = new Random(1);
        for (var cut = 0; cut < Cuts; cut++)
        {
            await Task.Delay(random.Next(20), Token);
            var (connections, calls) = (proxy.Accepted, watched.Handler.Calls);
            Action harm = (cut % 10) switch { 4 => proxy.HalfClose, 9 when cut % 50 == 9 => proxy.Stall, _ => proxy.Cut };
            harm();
            await GoesOnAsync(() => proxy.Accepted > connections && watched.Handler.Calls > calls);
            if (cut == Cuts / 2)
                watched.Informer.AddHandler(late);
        }
        await enough.CancelAsync();
        await churn;

        var stored = (await writer.ListAsync<T>(new ListOptions { Namespace = Namespace }, Token)).Items.ToDictionary(
            static item => item.Metadata.Name, static item => item.Metadata.ResourceVersion);
        await Eventually.True(() => Same(stored, watched.Cached));
        foreach (var handler in (LastVersions<T>[])[watched.Handler, slow, late])
        {
            await Eventually.True(() => Same(stored, handler.Versions));
            Assert.Empty(handler.Misfits);
        }
        Assert.True(proxy.Accepted >= Cuts / 2, $"only {proxy.Accepted} connections were made: the cuts hit too little");
    }

    protected abstract T Make(string scope, string name);

    protected virtual Task PrepareAsync(IClient client, string scope) => Task.CompletedTask;

    // Mostly the next cut hits a watch that works; what was only half closed, or stalls, is not waited for to the end.
    private static async Task GoesOnAsync(Func<bool> condition)
    {
        for (var waited = 0; waited < 60 && !condition(); waited++)
            await Task.Delay(5, Token);
    }

    // Each worker has objects of its own: no conflicts.
    private async Task ChurnAsync(IClient client, int worker, CancellationToken enough)
    {
        var random = new Random(worker);
        var isThere = Enumerable.Repeat(true, Objects).ToArray();
        for (var round = 1; !enough.IsCancellationRequested; round++)
        {
            var i = random.Next(Objects / Workers) * Workers + worker;
            var key = new ObjectKey(Namespace, $"object-{i}");
            var isDeleted = isThere[i] && random.Next(3) == 0;
            if (!isThere[i])
                await client.CreateAsync(Make(Namespace, key.Name), cancellationToken: Token);
            else if (isDeleted)
                await client.DeleteAsync<T>(key, cancellationToken: Token);
            else
                await client.PatchAsync<T>(key, Label($"{round}"), cancellationToken: Token);
            isThere[i] = !isDeleted;
        }
    }

    private static Patch Label(string round) =>
        Patch.Merge(new JsonObject { ["metadata"] = new JsonObject { ["labels"] = new JsonObject { ["round"] = round } } });

    private static bool Same(Dictionary<string, string> expected, IDictionary<string, string> actual) =>
        expected.Count == actual.Count && expected.All(pair => actual.TryGetValue(pair.Key, out var version) && version == pair.Value);
}

public sealed class ChurnOnKubernetesTests(KubernetesFixture fixture) : ChurnTests<V1ConfigMap>(fixture), IClassFixture<KubernetesFixture>
{
    protected override V1ConfigMap Make(string scope, string name) => new()
    {
        Metadata = new V1ObjectMeta { Name = name, NamespaceProperty = scope },
        Data = new Dictionary<string, string> { ["filling"] = new string('x', 100) },
    };

    protected override async Task PrepareAsync(IClient client, string scope) => await client.CreateAsync(
        new V1Namespace { Metadata = new V1ObjectMeta { Name = scope } }, cancellationToken: TestContext.Current.CancellationToken);
}

public sealed class ChurnOnLateServerTests(CustomResourcesFixture fixture) : ChurnTests<Widget>(fixture), IClassFixture<CustomResourcesFixture>
{
    protected override Widget Make(string scope, string name)
    {
        var widget = Widget.Named(name);
        widget.Metadata.NamespaceProperty = scope;
        return widget;
    }
}
