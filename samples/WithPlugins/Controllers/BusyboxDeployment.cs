// SPDX-License-Identifier: Apache-2.0

using k8s.Models;
using KubeBuilderNet.Owners;
using WithPlugins.Api.V1Alpha1;

namespace WithPlugins.Controllers;

/// <summary>The Deployment of a Busybox.</summary>
internal static class BusyboxDeployment
{
    // config/manager sets it; without that, as on your own machine, the image is this one.
    private static readonly string Image = Environment.GetEnvironmentVariable("BUSYBOX_IMAGE") is { Length: > 0 } image ? image : "busybox:1.36.1";

    /// <summary>The Deployment as it should be, owned by its Busybox.</summary>
    public static V1Deployment Of(Busybox owner)
    {
        var deployment = new V1Deployment
        {
            Metadata = new V1ObjectMeta { Name = owner.Metadata.Name, NamespaceProperty = owner.Metadata.NamespaceProperty, Labels = Labels(owner) },
            Spec = new V1DeploymentSpec
            {
                Replicas = owner.Spec.Size,
                Selector = new V1LabelSelector { MatchLabels = Labels(owner) },
                Template = new V1PodTemplateSpec { Metadata = new V1ObjectMeta { Labels = Labels(owner) }, Spec = Pod() },
            },
        };
        OwnerReferences.SetControllerReference(owner, deployment);
        return deployment;
    }

    private static V1PodSpec Pod() => new()
    {
        SecurityContext = new V1PodSecurityContext { RunAsNonRoot = true, SeccompProfile = new V1SeccompProfile { Type = "RuntimeDefault" } },
        Containers =
        [
            new V1Container
            {
                Name = "busybox",
                Image = Image,
                ImagePullPolicy = "IfNotPresent",
                SecurityContext = new V1SecurityContext
                {
                    AllowPrivilegeEscalation = false,
                    Capabilities = new V1Capabilities { Drop = ["ALL"] },
                    RunAsNonRoot = true,
                },
            },
        ],
    };

    // A Deployment's selector can't change: nothing that does may be among these.
    private static Dictionary<string, string> Labels(Busybox owner) => new()
    {
        ["app.kubernetes.io/name"] = "busybox",
        ["app.kubernetes.io/instance"] = owner.Metadata.Name,
        ["app.kubernetes.io/managed-by"] = "with-plugins",
    };
}
