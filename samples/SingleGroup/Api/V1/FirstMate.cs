// Copyright The KubeBuilderNet authors.
// SPDX-License-Identifier: Apache-2.0

using k8s.Models;
using KubeBuilderNet;
using KubeBuilderNet.Annotations;

namespace SingleGroup.Api.V1;

/// <summary>FirstMate is one entry of the firstmates API.</summary>
[CustomResource("crew.testproject.org", "v1")]
public sealed partial class FirstMate : CustomResource<FirstMateSpec, FirstMateStatus>;

/// <summary>The wanted state of FirstMate.</summary>
public sealed partial class FirstMateSpec
{
    /// <summary>An example field: put your own here. After 'dotnet build' the CRD has them.</summary>
    public string? Foo { get; set; }
}

/// <summary>The observed state of FirstMate.</summary>
public sealed partial class FirstMateStatus
{
    /// <summary>The generation of the spec that this status speaks of.</summary>
    public long? ObservedGeneration { get; set; }

    /// <summary>The state in the forms that tools know, such as Available, Progressing and Degraded.</summary>
    public IList<V1Condition>? Conditions { get; set; }
}
