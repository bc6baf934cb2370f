using CsCheck;
using k8s.Models;
using KubeBuilderNet.Caching;

namespace KubeBuilderNet.Runtime.Tests.Caching;

public sealed class DeltaFifoModelTests
{
    private enum Step
    {
        Write,
        Delete,
        WriteUnseen,
        DeleteUnseen,
        Relist,
        Take,
    }

    // A server of which the watch misses some changes; after each list and at the end the cache must equal it, and who applies the
    // deltas one after the other must never be told of a change that doesn't fit what it was told before.
    [Fact]
    public void However_changes_are_missed_the_cache_ends_as_the_last_list() =>
        Gen.Select(Gen.Enum<Step>(), Gen.Int[0, 6]).List[0, 150].Sample(steps =>
        {
            var run = new Run();
            foreach (var (step, item) in steps)
                run.Do(step, $"o{item}");
            run.Do(Step.Relist, "");
            run.TakeAll();
            run.Check();
        }, iter: 3000);

    private sealed class Run
    {
        private readonly Dictionary<ObjectKey, V1ConfigMap> _server = [];
        private readonly Indexer<V1ConfigMap> _indexer = new();
        private readonly DeltaFifo<V1ConfigMap> _fifo;
        private int _version;
        private bool _hasListed;

        internal Run() => _fifo = new DeltaFifo<V1ConfigMap>(_indexer, 1);

        internal void Do(Step step, string name)
        {
            var key = Thing.Key(name);
            switch (step)
            {
                case Step.Write or Step.WriteUnseen:
                    var isNew = !_server.ContainsKey(key);
                    var thing = _server[key] = Thing.Of(name, ++_version);
                    if (step == Step.Write && isNew)
                        _fifo.Add(thing);
                    else if (step == Step.Write)
                        _fifo.Update(thing);
                    break;
                case Step.Delete or Step.DeleteUnseen:
                    if (_server.Remove(key, out var gone) && step == Step.Delete)
                        _fifo.Delete(gone);
                    break;
                case Step.Relist:
                    _fifo.Replace([.. _server.Values], [], null, !_hasListed);
                    _hasListed = true;
                    break;
                case Step.Take:
                    _fifo.TryPop(Apply);
                    break;
            }
        }

        internal void TakeAll()
        {
            while (_fifo.TryPop(Apply))
            {
            }
        }

        internal void Check()
        {
            Assert.True(_fifo.HasSynced);
            Assert.Equal(_server.Values.Select(Describe).Order(), _indexer.List().Select(Describe).Order());
            Assert.Equal(_indexer.List().Select(Describe).Order(), _indexer.List("default").Select(Describe).Order());
        }

        private void Apply(ObjectKey key, List<Delta<V1ConfigMap>> deltas)
        {
            Assert.NotEmpty(deltas);
            for (var i = 1; i < deltas.Count; i++)
                Assert.False(deltas[i].Type == DeltaType.Deleted && deltas[i - 1].Type == DeltaType.Deleted, "two deletes in a row");
            foreach (var delta in deltas)
            {
                Assert.Equal(key, ObjectKey.Of(delta.Resource));
                if (delta.Type == DeltaType.Deleted)
                    _indexer.Remove(key);
                else
                    _indexer.Set(key, delta.Resource);
            }
        }

        private static string Describe(V1ConfigMap map) => $"{map.Metadata.Name}@{map.Metadata.ResourceVersion}";
    }
}
