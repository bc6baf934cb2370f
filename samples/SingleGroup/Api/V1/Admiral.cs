// Copyright The KubeBuilderNet authors.
// SPDX-License-Identifier: Apache-2.0

using k8s.Models;
using KubeBuilderNet;
using KubeBuilderNet.Annotations;

namespace SingleGroup.Api.V1;

/// <summary>Admiral is one entry of the admirales API.</summary>
[CustomResource("crew.testproject.org", "v1", Plural = "admirales", Scope = ResourceScope.Cluster)]
public sealed partial class Admiral : CustomResource<AdmiralSpec, AdmiralStatus>;

/// <summary>The wanted state of Admiral.</summary>
public sealed partial class AdmiralSpec
{
    /// <summary>An example field: put your own here. After 'dotnet build' the CRD has them.</summary>
    public string? Foo { get; set; }
}

/// <summary>The observed state of Admiral.</summary>
public sealed partial class AdmiralStatus
{
    /// <summary>The generation of the spec that this status speaks of.</summary>
    public long? ObservedGeneration { get; set; }

    /// <summary>The state in the forms that tools know, such as Available, Progressing and Degraded.</summary>
    public IList<V1Condition>? Conditions { get; set; }
}
