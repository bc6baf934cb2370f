using k8s.Models;
using KubeBuilderNet.Annotations;

namespace KubeBuilderNet.Benchmarks.DeepCopy;

/// <summary>A kind of realistic size: metadata, a pod template with two containers, conditions.</summary>
[CustomResource("bench.example.io", "v1")]
public sealed partial class Job : CustomResource<JobSpec, JobStatus>
{
    internal static Job Sample() => new()
    {
        Metadata = new V1ObjectMeta
        {
            Name = "sample",
            NamespaceProperty = "default",
            Uid = "6f1c9e1e-1d1f-4f0b-9b5e-0f2c0c5a7c11",
            Labels = new Dictionary<string, string> { ["app"] = "sample", ["tier"] = "backend", ["version"] = "v1" },
            Annotations = new Dictionary<string, string> { ["a.example.io/b"] = "c" },
            OwnerReferences = [new V1OwnerReference { ApiVersion = "v1", Kind = "Namespace", Name = "default", Uid = "1" }],
        },
        Spec = new JobSpec
        {
            Schedule = "*/5 * * * *",
            Steps = [new JobStep { Name = "one", Arguments = ["a", "b"] }, new JobStep { Name = "two", Arguments = ["c"] }],
            Template = new V1PodTemplateSpec
            {
                Metadata = new V1ObjectMeta { Labels = new Dictionary<string, string> { ["app"] = "sample" } },
                Spec = new V1PodSpec { Containers = [Container("one"), Container("two")], Volumes = [new V1Volume { Name = "v", EmptyDir = new V1EmptyDirVolumeSource() }] },
            },
        },
        Status = new JobStatus { Conditions = [new V1Condition { Type = "Ready", Status = "True", Reason = "Fine", Message = "All is well." }] },
    };

    private static V1Container Container(string name) => new()
    {
        Name = name,
        Image = "example.io/image:1",
        Env = [new V1EnvVar { Name = "A", Value = "b" }, new V1EnvVar { Name = "C", ValueFrom = new V1EnvVarSource { FieldRef = new V1ObjectFieldSelector { FieldPath = "metadata.name" } } }],
        Ports = [new V1ContainerPort { ContainerPort = 80, Name = "http" }],
        Resources = new V1ResourceRequirements { Limits = new Dictionary<string, ResourceQuantity> { ["cpu"] = new("500m"), ["memory"] = new("128Mi") } },
        VolumeMounts = [new V1VolumeMount { Name = "v", MountPath = "/v" }],
    };
}

/// <summary>What is wanted.</summary>
public sealed partial class JobSpec
{
    /// <summary>When.</summary>
    public required string Schedule { get; set; }

    /// <summary>In which steps.</summary>
    public IList<JobStep>? Steps { get; set; }

    /// <summary>In which pods.</summary>
    public V1PodTemplateSpec? Template { get; set; }
}

/// <summary>One step.</summary>
public sealed partial class JobStep
{
    /// <summary>Its name.</summary>
    public required string Name { get; set; }

    /// <summary>What it is given.</summary>
    public IList<string>? Arguments { get; set; }
}

/// <summary>What was found.</summary>
public sealed partial class JobStatus
{
    /// <summary>The state.</summary>
    public IList<V1Condition>? Conditions { get; set; }
}
