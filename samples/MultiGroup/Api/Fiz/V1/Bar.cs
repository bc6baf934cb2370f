using k8s.Models;
using KubeBuilderNet;
using KubeBuilderNet.Annotations;

namespace MultiGroup.Api.Fiz.V1;

/// <summary>Bar is one entry of the bars API.</summary>
[CustomResource("fiz.testproject.org", "v1")]
public sealed partial class Bar : CustomResource<BarSpec, BarStatus>;

/// <summary>The wanted state of Bar.</summary>
public sealed partial class BarSpec
{
    /// <summary>An example field: put your own here. After 'dotnet build' the CRD has them.</summary>
    public string? Foo { get; set; }
}

/// <summary>The observed state of Bar.</summary>
public sealed partial class BarStatus
{
    /// <summary>The generation of the spec that this status speaks of.</summary>
    public long? ObservedGeneration { get; set; }

    /// <summary>The state in the forms that tools know, such as Available, Progressing and Degraded.</summary>
    public IList<V1Condition>? Conditions { get; set; }
}
