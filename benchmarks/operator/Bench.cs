using System.Text.Json.Serialization;
using KubeBuilderNet.Annotations;

namespace KubeBuilderNet.Benchmarks.Load;

/// <summary>What the load driver makes thousands of.</summary>
[CustomResource("bench.example.io", "v1")]
public sealed partial class Bench : CustomResource<BenchSpec, BenchStatus>;

/// <summary>What is wanted.</summary>
public sealed partial class BenchSpec
{
    /// <summary>Goes into the ConfigMap.</summary>
    public int? Size { get; set; }

    /// <summary>Goes into the ConfigMap.</summary>
    public string? Message { get; set; }
}

/// <summary>What was done.</summary>
public sealed partial class BenchStatus
{
    /// <summary>The generation that the ConfigMap was made from.</summary>
    public long? ObservedGeneration { get; set; }

    /// <summary>Whether the ConfigMap is as wanted.</summary>
    public bool? Ready { get; set; }
}

/// <summary>Reads and writes Benches without reflection.</summary>
[JsonSerializable(typeof(Bench))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class BenchJson : JsonSerializerContext;
