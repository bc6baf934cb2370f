using k8s.Models;
using KubeBuilderNet;
using KubeBuilderNet.Annotations;

namespace MultiGroup.Api.Ship.V1Beta1;

/// <summary>Frigate is one entry of the frigates API.</summary>
[CustomResource("ship.testproject.org", "v1beta1")]
public sealed partial class Frigate : CustomResource<FrigateSpec, FrigateStatus>;

/// <summary>The wanted state of Frigate.</summary>
public sealed partial class FrigateSpec
{
    /// <summary>An example field: put your own here. After 'dotnet build' the CRD has them.</summary>
    public string? Foo { get; set; }
}

/// <summary>The observed state of Frigate.</summary>
public sealed partial class FrigateStatus
{
    /// <summary>The generation of the spec that this status speaks of.</summary>
    public long? ObservedGeneration { get; set; }

    /// <summary>The state in the forms that tools know, such as Available, Progressing and Degraded.</summary>
    public IList<V1Condition>? Conditions { get; set; }
}
