using k8s.Models;
using KubeBuilderNet;
using KubeBuilderNet.Annotations;

namespace MultiGroup.Api.Crew.V1;

/// <summary>Captain is one entry of the captains API.</summary>
[CustomResource("crew.testproject.org", "v1")]
public sealed partial class Captain : CustomResource<CaptainSpec, CaptainStatus>;

/// <summary>The wanted state of Captain.</summary>
public sealed partial class CaptainSpec
{
    /// <summary>An example field: put your own here. After 'dotnet build' the CRD has them.</summary>
    public string? Foo { get; set; }
}

/// <summary>The observed state of Captain.</summary>
public sealed partial class CaptainStatus
{
    /// <summary>The generation of the spec that this status speaks of.</summary>
    public long? ObservedGeneration { get; set; }

    /// <summary>The state in the forms that tools know, such as Available, Progressing and Degraded.</summary>
    public IList<V1Condition>? Conditions { get; set; }
}
