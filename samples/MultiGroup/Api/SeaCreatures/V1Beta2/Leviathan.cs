using k8s.Models;
using KubeBuilderNet;
using KubeBuilderNet.Annotations;

namespace MultiGroup.Api.SeaCreatures.V1Beta2;

/// <summary>Leviathan is one entry of the leviathans API.</summary>
[CustomResource("sea-creatures.testproject.org", "v1beta2")]
public sealed partial class Leviathan : CustomResource<LeviathanSpec, LeviathanStatus>;

/// <summary>The wanted state of Leviathan.</summary>
public sealed partial class LeviathanSpec
{
    /// <summary>An example field: put your own here. After 'dotnet build' the CRD has them.</summary>
    public string? Foo { get; set; }
}

/// <summary>The observed state of Leviathan.</summary>
public sealed partial class LeviathanStatus
{
    /// <summary>The generation of the spec that this status speaks of.</summary>
    public long? ObservedGeneration { get; set; }

    /// <summary>The state in the forms that tools know, such as Available, Progressing and Degraded.</summary>
    public IList<V1Condition>? Conditions { get; set; }
}
