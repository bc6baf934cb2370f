// SPDX-License-Identifier: Apache-2.0

using k8s.Models;
using KubeBuilderNet;
using KubeBuilderNet.Annotations;

namespace WithPlugins.Api.V1Alpha1;

/// <summary>Memcached runs memcached:1.6.26-alpine3.19.</summary>
[CustomResource("example.com.testproject.org", "v1alpha1")]
[PrintColumn("Size", ".spec.size")]
[PrintColumn("Available", ".status.conditions[?(@.type=='Available')].status")]
[PrintColumn("Age", ".metadata.creationTimestamp")]
public sealed partial class Memcached : CustomResource<MemcachedSpec, MemcachedStatus>;

/// <summary>The wanted state of Memcached.</summary>
public sealed partial class MemcachedSpec
{
    /// <summary>How many pods run.</summary>
    [Minimum(0)]
    public int Size { get; set; } = 1;

    /// <summary>The port that the container listens on.</summary>
    [Minimum(1)]
    [Maximum(65535)]
    public int ContainerPort { get; set; } = 11211;
}

/// <summary>The observed state of Memcached.</summary>
public sealed partial class MemcachedStatus
{
    /// <summary>The generation of the spec that this status speaks of.</summary>
    public long? ObservedGeneration { get; set; }

    /// <summary>The state in the forms that tools know: Available, and Degraded when something failed.</summary>
    public IList<V1Condition>? Conditions { get; set; }
}
