using BenchmarkDotNet.Attributes;
using KubeBuilderNet.Client.Json;

namespace KubeBuilderNet.Benchmarks.DeepCopy;

/// <summary>A generated deep copy against the JSON round trip that stands in for it where there is none.</summary>
[MemoryDiagnoser]
public class CopyBenchmarks
{
    private readonly Job _job = Job.Sample();

    [Benchmark(Baseline = true)]
    public Job Generated() => _job.DeepCopy();

    [Benchmark]
    public Job JsonRoundTrip() => ObjectJson.Deserialize<Job>(ObjectJson.Serialize(_job));
}
