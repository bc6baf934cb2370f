// SPDX-License-Identifier: Apache-2.0

using k8s.Models;
using KubeBuilderNet;
using KubeBuilderNet.Annotations;

namespace WithPlugins.Api.V1Alpha1;

/// <summary>Busybox runs busybox:1.36.1.</summary>
[CustomResource("example.com.testproject.org", "v1alpha1")]
[PrintColumn("Size", ".spec.size")]
[PrintColumn("Available", ".status.conditions[?(@.type=='Available')].status")]
[PrintColumn("Age", ".metadata.creationTimestamp")]
public sealed partial class Busybox : CustomResource<BusyboxSpec, BusyboxStatus>;

/// <summary>The wanted state of Busybox.</summary>
public sealed partial class BusyboxSpec
{
    /// <summary>How many pods run.</summary>
    [Minimum(0)]
    public int Size { get; set; } = 1;
}

/// <summary>The observed state of Busybox.</summary>
public sealed partial class BusyboxStatus
{
    /// <summary>The generation of the spec that this status speaks of.</summary>
    public long? ObservedGeneration { get; set; }

    /// <summary>The state in the forms that tools know: Available, and Degraded when something failed.</summary>
    public IList<V1Condition>? Conditions { get; set; }
}
