using k8s.Models;
using KubeBuilderNet.Annotations;

namespace KubeBuilderNet.Benchmarks.DeepCopy;

/// <summary>A pod as part of a kind of one's own, so that it has a deep copy.</summary>
[CustomResource("bench.example.io", "v1", Plural = "podcopies")]
public sealed partial class PodCopy : CustomResource<PodCopySpec>
{
    internal static PodCopy Of(V1Pod pod) => new() { Metadata = pod.Metadata, Spec = new PodCopySpec { Pod = pod.Spec, Status = pod.Status } };
}

/// <summary>A pod's two halves.</summary>
public sealed partial class PodCopySpec
{
    /// <summary>What is wanted.</summary>
    public V1PodSpec? Pod { get; set; }

    /// <summary>What is.</summary>
    public V1PodStatus? Status { get; set; }
}
