using k8s.Models;
using KubeBuilderNet.Caching;
using Microsoft.Extensions.Logging.Abstractions;

namespace KubeBuilderNet.Runtime.Tests.Caching;

public sealed class InformerModelTests
{
    private const int Seeds = 1000;

    [Fact]
    public Task However_the_server_breaks_off_refuses_and_forgets_the_cache_and_all_handlers_end_as_it_is() =>
        Parallel.ForEachAsync(Enumerable.Range(0, Seeds), TestContext.Current.CancellationToken, RunAsync);

    private static async ValueTask RunAsync(int seed, CancellationToken cancellationToken)
    {
        var (random, time, server) = (new Random(seed), new SteadyTime(), new HistoryClient(seed));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var informer = new SharedInformer<V1ConfigMap>(server, NullLogger.Instance, new InformerOptions<V1ConfigMap> { StreamLists = true }, time);
        List<MirrorHandler> handlers = [Add(informer, TimeSpan.Zero), Add(informer, TimeSpan.FromSeconds(30))];
        var running = informer.RunAsync(stop.Token);
        for (var step = 0; step < 60; step++)
        {
            switch (random.Next(12))
            {
                case < 7: server.Write(); break;
                case 7: server.Forget(); break;
                case 8 when handlers.Count < 4: handlers.Add(Add(informer, TimeSpan.Zero)); break;
                case 9: await Task.Yield(); break;
                default: time.Advance(TimeSpan.FromSeconds(random.Next(40))); break;
            }
        }
        server.Calm();
        await Eventually.True(() => handlers.TrueForAll(handler => handler.Shows(server.State)), time);
        Assert.Equal(server.State, informer.Lister.List().ToDictionary(static thing => thing.Metadata.Name, static thing => thing.Metadata.ResourceVersion));
        Assert.All(handlers, handler => Assert.Equal([], handler.Faults));
        await stop.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static MirrorHandler Add(SharedInformer<V1ConfigMap> informer, TimeSpan resyncPeriod)
    {
        var handler = new MirrorHandler();
        informer.AddHandler(handler, resyncPeriod);
        return handler;
    }
}
