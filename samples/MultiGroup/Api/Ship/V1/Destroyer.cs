using k8s.Models;
using KubeBuilderNet;
using KubeBuilderNet.Annotations;

namespace MultiGroup.Api.Ship.V1;

/// <summary>Destroyer is one entry of the destroyers API.</summary>
[CustomResource("ship.testproject.org", "v1", Scope = ResourceScope.Cluster)]
public sealed partial class Destroyer : CustomResource<DestroyerSpec, DestroyerStatus>;

/// <summary>The wanted state of Destroyer.</summary>
public sealed partial class DestroyerSpec
{
    /// <summary>An example field: put your own here. After 'dotnet build' the CRD has them.</summary>
    public string? Foo { get; set; }
}

/// <summary>The observed state of Destroyer.</summary>
public sealed partial class DestroyerStatus
{
    /// <summary>The generation of the spec that this status speaks of.</summary>
    public long? ObservedGeneration { get; set; }

    /// <summary>The state in the forms that tools know, such as Available, Progressing and Degraded.</summary>
    public IList<V1Condition>? Conditions { get; set; }
}
