// SPDX-License-Identifier: Apache-2.0

using k8s.Models;
using KubeBuilderNet.Owners;
using WithPlugins.Api.V1Alpha1;

namespace WithPlugins.Controllers;

/// <summary>The Deployment of a Memcached.</summary>
internal static class MemcachedDeployment
{
    // config/manager sets it; without that, as on your own machine, the image is this one.
    private static readonly string Image = Environment.GetEnvironmentVariable("MEMCACHED_IMAGE") is { Length: > 0 } image ? image : "memcached:1.6.26-alpine3.19";

    /// <summary>The Deployment as it should be, owned by its Memcached.</summary>
    public static V1Deployment Of(Memcached owner)
    {
        var deployment = new V1Deployment
        {
            Metadata = new V1ObjectMeta { Name = owner.Metadata.Name, NamespaceProperty = owner.Metadata.NamespaceProperty, Labels = Labels(owner) },
            Spec = new V1DeploymentSpec
            {
                Replicas = owner.Spec.Size,
                Selector = new V1LabelSelector { MatchLabels = Labels(owner) },
                Template = new V1PodTemplateSpec { Metadata = new V1ObjectMeta { Labels = Labels(owner) }, Spec = Pod(owner) },
            },
        };
        OwnerReferences.SetControllerReference(owner, deployment);
        return deployment;
    }

    private static V1PodSpec Pod(Memcached owner) => new()
    {
        SecurityContext = new V1PodSecurityContext { RunAsNonRoot = true, SeccompProfile = new V1SeccompProfile { Type = "RuntimeDefault" } },
        Containers =
        [
            new V1Container
            {
                Name = "memcached",
                Image = Image,
                ImagePullPolicy = "IfNotPresent",
                Command = ["memcached", "--memory-limit=64", "-o", "modern", "-v"],
                Ports = [new V1ContainerPort { ContainerPort = owner.Spec.ContainerPort, Name = "main" }],
                SecurityContext = new V1SecurityContext
                {
                    AllowPrivilegeEscalation = false,
                    Capabilities = new V1Capabilities { Drop = ["ALL"] },
                    RunAsNonRoot = true,
                    RunAsUser = 1001,
                },
            },
        ],
    };

    // A Deployment's selector can't change: nothing that does may be among these.
    private static Dictionary<string, string> Labels(Memcached owner) => new()
    {
        ["app.kubernetes.io/name"] = "memcached",
        ["app.kubernetes.io/instance"] = owner.Metadata.Name,
        ["app.kubernetes.io/managed-by"] = "with-plugins",
    };
}
