using BenchmarkDotNet.Attributes;
using k8s.Models;
using KubeBuilderNet.Caching;

namespace KubeBuilderNet.Benchmarks.Runtime;

/// <summary>What reads and writes of a cache of 100,000 objects cost: one object after the other, or, scattered, from all over the memory.</summary>
[MemoryDiagnoser]
public class IndexerBenchmarks
{
    private const int Count = 100_000;
    private readonly Indexer<V1ConfigMap> _indexer = new();
    private readonly V1ConfigMap[] _objects = [.. Enumerable.Range(0, Count).Select(i => Make(i, i / 100))];
    private readonly V1ConfigMap[] _moved = [.. Enumerable.Range(0, Count).Select(i => Make(i, i / 100 + 1))];
    private readonly ObjectKey[] _keys = [.. Enumerable.Range(0, Count).Select(i => new ObjectKey("default", $"object-{i}"))];
    private int _next;

    [GlobalSetup]
    public void SetUp()
    {
        _indexer.AddIndex("node", static item => [item.Data["node"]]);
        for (var i = 0; i < Count; i++)
            _indexer.Set(_keys[i], _objects[i]);
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public int Add()
    {
        var indexer = new Indexer<V1ConfigMap>();
        indexer.AddIndex("node", static item => [item.Data["node"]]);
        for (var i = 0; i < Count; i++)
            indexer.Set(_keys[i], _objects[i]);
        return indexer.Count;
    }

    [Benchmark]
    public V1ConfigMap? Find() => _indexer.Find(_keys[Next()]);

    [Benchmark]
    public V1ConfigMap? FindScattered() => _indexer.Find(_keys[NextScattered()]);

    [Benchmark]
    public int ByIndex() => _indexer.ByIndex("node", "node-500").Count;

    [Benchmark]
    public int ListAll() => _indexer.List().Count;

    [Benchmark]
    public V1ConfigMap? Update() => Update(Next());

    [Benchmark]
    public V1ConfigMap? UpdateScattered() => Update(NextScattered());

    [Benchmark]
    public V1ConfigMap? UpdateThatMovesItsIndexEntry()
    {
        var i = Next();
        return _indexer.Set(_keys[i], _indexer.Find(_keys[i]) == _objects[i] ? _moved[i] : _objects[i]);
    }

    private V1ConfigMap? Update(int i) => _indexer.Set(_keys[i], _objects[i]);

    private int Next() => _next = _next + 1 == Count ? 0 : _next + 1;

    private int NextScattered() => _next = (_next + 7919) % Count;

    private static V1ConfigMap Make(int i, int node) => new()
    {
        Metadata = new V1ObjectMeta { Name = $"object-{i}", NamespaceProperty = "default" },
        Data = new Dictionary<string, string> { ["node"] = $"node-{node}" },
    };
}
