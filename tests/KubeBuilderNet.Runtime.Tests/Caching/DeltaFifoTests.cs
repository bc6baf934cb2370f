using k8s.Models;
using KubeBuilderNet.Caching;

namespace KubeBuilderNet.Runtime.Tests.Caching;

public sealed class DeltaFifoTests
{
    private readonly Indexer<V1ConfigMap> _known = new();

    [Fact]
    public void Deletes_are_delivered_once()
    {
        var fifo = new DeltaFifo<V1ConfigMap>(_known, 1);
        _known.Set(Thing.Key("a"), Thing.Of("a"));
        fifo.Delete(Thing.Of("a", 2));
        fifo.Replace([], [], null, isFirst: true);
        fifo.TryPop((_, deltas) =>
        {
            var delta = Assert.Single(deltas);
            Assert.False(delta.FinalStateUnknown);
            Assert.Equal("2", delta.Resource.Metadata.ResourceVersion);
        });
        Assert.False(fifo.TryPop((_, _) => { }));
    }

    [Fact]
    public void A_delete_that_only_a_list_shows_is_of_unknown_final_state()
    {
        var fifo = new DeltaFifo<V1ConfigMap>(_known, 1);
        _known.Set(Thing.Key("a"), Thing.Of("a"));
        fifo.Replace([], [], null, isFirst: true);
        Assert.True(fifo.TryPop((_, deltas) => Assert.True(Assert.Single(deltas) is { Type: DeltaType.Deleted, FinalStateUnknown: true })));
    }

    [Fact]
    public void An_object_that_can_not_be_read_is_not_gone()
    {
        var fifo = new DeltaFifo<V1ConfigMap>(_known, 1);
        _known.Set(Thing.Key("a"), Thing.Of("a"));
        fifo.Replace([], [Thing.Key("a")], null, isFirst: true);
        Assert.False(fifo.TryPop((_, _) => { }));
    }

    [Fact]
    public void A_list_of_one_namespace_says_nothing_of_another()
    {
        var fifo = new DeltaFifo<V1ConfigMap>(_known, 2);
        _known.Set(Thing.Key("a", "one"), Thing.Of("a", 1, "one"));
        fifo.Replace([], [], "two", isFirst: true);
        Assert.False(fifo.HasSynced);
        Assert.False(fifo.TryPop((_, _) => { }));
        fifo.Replace([], [], "one", isFirst: true);
        Assert.True(fifo.TryPop((key, _) => Assert.Equal("one", key.Namespace)));
        Assert.True(fifo.HasSynced);
    }

    [Fact]
    public async Task Waiting_ends_with_a_list_of_nothing()
    {
        var fifo = new DeltaFifo<V1ConfigMap>(_known, 1);
        var waiting = fifo.WaitAsync(TestContext.Current.CancellationToken);
        Assert.False(waiting.IsCompleted);
        fifo.Replace([], [], null, isFirst: true);
        await waiting;
        Assert.True(fifo.HasSynced);
    }
}
