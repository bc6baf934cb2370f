// SPDX-License-Identifier: Apache-2.0

using k8s.Models;
using KubeBuilderNet;
using KubeBuilderNet.Annotations;

namespace Namespaced.Api.V1;

/// <summary>Port is one entry of the ports API.</summary>
[CustomResource("crew.testproject.org", "v1", Scope = ResourceScope.Cluster)]
public sealed partial class Port : CustomResource<PortSpec, PortStatus>;

/// <summary>The wanted state of Port.</summary>
public sealed partial class PortSpec
{
    /// <summary>An example field: put your own here. After 'dotnet build' the CRD has them.</summary>
    public string? Foo { get; set; }
}

/// <summary>The observed state of Port.</summary>
public sealed partial class PortStatus
{
    /// <summary>The generation of the spec that this status speaks of.</summary>
    public long? ObservedGeneration { get; set; }

    /// <summary>The state in the forms that tools know, such as Available, Progressing and Degraded.</summary>
    public IList<V1Condition>? Conditions { get; set; }
}
