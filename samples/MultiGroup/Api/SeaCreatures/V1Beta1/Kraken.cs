using k8s.Models;
using KubeBuilderNet;
using KubeBuilderNet.Annotations;

namespace MultiGroup.Api.SeaCreatures.V1Beta1;

/// <summary>Kraken is one entry of the krakens API.</summary>
[CustomResource("sea-creatures.testproject.org", "v1beta1")]
public sealed partial class Kraken : CustomResource<KrakenSpec, KrakenStatus>;

/// <summary>The wanted state of Kraken.</summary>
public sealed partial class KrakenSpec
{
    /// <summary>An example field: put your own here. After 'dotnet build' the CRD has them.</summary>
    public string? Foo { get; set; }
}

/// <summary>The observed state of Kraken.</summary>
public sealed partial class KrakenStatus
{
    /// <summary>The generation of the spec that this status speaks of.</summary>
    public long? ObservedGeneration { get; set; }

    /// <summary>The state in the forms that tools know, such as Available, Progressing and Degraded.</summary>
    public IList<V1Condition>? Conditions { get; set; }
}
