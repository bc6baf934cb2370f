using k8s.Models;
using KubeBuilderNet;
using KubeBuilderNet.Annotations;

namespace MultiGroup.Api.FooPolicy.V1;

/// <summary>HealthCheckPolicy is one entry of the healthcheckpolicies API.</summary>
[CustomResource("foo.policy.testproject.org", "v1")]
public sealed partial class HealthCheckPolicy : CustomResource<HealthCheckPolicySpec, HealthCheckPolicyStatus>;

/// <summary>The wanted state of HealthCheckPolicy.</summary>
public sealed partial class HealthCheckPolicySpec
{
    /// <summary>An example field: put your own here. After 'dotnet build' the CRD has them.</summary>
    public string? Foo { get; set; }
}

/// <summary>The observed state of HealthCheckPolicy.</summary>
public sealed partial class HealthCheckPolicyStatus
{
    /// <summary>The generation of the spec that this status speaks of.</summary>
    public long? ObservedGeneration { get; set; }

    /// <summary>The state in the forms that tools know, such as Available, Progressing and Degraded.</summary>
    public IList<V1Condition>? Conditions { get; set; }
}
