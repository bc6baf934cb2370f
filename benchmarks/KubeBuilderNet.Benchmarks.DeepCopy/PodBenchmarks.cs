using BenchmarkDotNet.Attributes;
using k8s.Models;
using KubeBuilderNet.Client.Json;

namespace KubeBuilderNet.Benchmarks.DeepCopy;

/// <summary>A pod of three containers with its status, 8 kB of JSON: copied, written and read.</summary>
[MemoryDiagnoser]
public class PodBenchmarks
{
    private readonly byte[] _json;
    private readonly V1Pod _pod;
    private readonly PodCopy _copy;

    public PodBenchmarks()
    {
        using var file = typeof(PodBenchmarks).Assembly.GetManifestResourceStream("pod.json")!;
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        _pod = ObjectJson.Deserialize<V1Pod>(bytes.ToArray());
        _json = ObjectJson.Serialize(_pod);
        _copy = PodCopy.Of(_pod);
    }

    [Benchmark]
    public PodCopy DeepCopy() => _copy.DeepCopy();

    [Benchmark]
    public byte[] Encode() => ObjectJson.Serialize(_pod);

    [Benchmark]
    public V1Pod Decode() => ObjectJson.Deserialize<V1Pod>(_json);
}
