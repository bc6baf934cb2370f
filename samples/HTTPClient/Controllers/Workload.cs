// SPDX-License-Identifier: Apache-2.0

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Httpclient.Api.V1Beta1;
using k8s.Models;
using KubeBuilderNet.Owners;

namespace Httpclient.Controllers;

/// <summary>What an HTTPClient needs in the cluster: the request as a file, and pods that send it.</summary>
internal static class Workload
{
    private const string Image = "curlimages/curl:8.11.1";
    private const string RequestFile = "request";

    // curl leaves by itself on no answer of the server's; the pod ends at once when it is told to.
    private const string Script = """
        trap exit TERM
        while true; do
          curl --config /etc/httpclient/request || true
          sleep "$INTERVAL" & wait $!
        done
        """;

    /// <summary>The request, in the form of curl's own configuration file.</summary>
    public static V1ConfigMap ConfigMap(HTTPClient owner) => Owned(owner, new V1ConfigMap
    {
        Metadata = Metadata(owner),
        Data = new Dictionary<string, string> { [RequestFile] = Request(owner.Spec) },
    });

    /// <summary>The pods. The request's checksum is part of them, so that a changed request replaces them.</summary>
    public static V1Deployment Deployment(HTTPClient owner, V1ConfigMap request) => Owned(owner, new V1Deployment
    {
        Metadata = Metadata(owner),
        Spec = new V1DeploymentSpec
        {
            Replicas = owner.Spec.Replicas,
            Selector = new V1LabelSelector { MatchLabels = Labels(owner) },
            Template = new V1PodTemplateSpec
            {
                Metadata = new V1ObjectMeta
                {
                    Labels = Labels(owner),
                    Annotations = new Dictionary<string, string> { ["apps.baihl.io/request"] = Checksum(request.Data[RequestFile]) },
                },
                Spec = Pod(owner, request.Metadata.Name),
            },
        },
    });

    private static V1PodSpec Pod(HTTPClient owner, string configMap) => new()
    {
        SecurityContext = new V1PodSecurityContext { RunAsNonRoot = true, SeccompProfile = new V1SeccompProfile { Type = "RuntimeDefault" } },
        Containers =
        [
            new V1Container
            {
                Name = "client",
                Image = Image,
                Command = ["/bin/sh", "-c", Script],
                Env = [new V1EnvVar { Name = "INTERVAL", Value = owner.Spec.Interval.TotalSeconds.ToString(CultureInfo.InvariantCulture) }],
                Resources = owner.Spec.Resources,
                VolumeMounts = [new V1VolumeMount { Name = "request", MountPath = "/etc/httpclient", ReadOnlyProperty = true }],
                SecurityContext = new V1SecurityContext
                {
                    AllowPrivilegeEscalation = false,
                    ReadOnlyRootFilesystem = true,
                    Capabilities = new V1Capabilities { Drop = ["ALL"] },
                },
            },
        ],
        Volumes = [new V1Volume { Name = "request", ConfigMap = new V1ConfigMapVolumeSource { Name = configMap } }],
    };

    private static string Request(HTTPClientSpec spec)
    {
        var lines = new StringBuilder("silent\nshow-error\nmax-time = 30\noutput = \"/dev/null\"\nwrite-out = \"%{http_code} %{time_total}s\\n\"\n");
        lines.Append(CultureInfo.InvariantCulture, $"url = {Quote(spec.Url)}\n");
        lines.Append(spec.Method == HTTPMethod.HEAD ? "head\n" : $"request = \"{spec.Method}\"\n");
        foreach (var (name, value) in (spec.Headers ?? new Dictionary<string, string>()).OrderBy(header => header.Key, StringComparer.Ordinal))
            lines.Append(CultureInfo.InvariantCulture, $"header = {Quote($"{name}: {value}")}\n");
        return lines.ToString();
    }

    private static string Quote(string text) => "\"" + text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("\r", "", StringComparison.Ordinal)
        .Replace("\n", " ", StringComparison.Ordinal) + "\"";

    private static string Checksum(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];

    private static V1ObjectMeta Metadata(HTTPClient owner) => new()
    {
        Name = owner.Metadata.Name,
        NamespaceProperty = owner.Metadata.NamespaceProperty,
        Labels = Labels(owner),
    };

    private static Dictionary<string, string> Labels(HTTPClient owner) => new()
    {
        ["app.kubernetes.io/name"] = "httpclient",
        ["app.kubernetes.io/instance"] = owner.Metadata.Name,
        ["app.kubernetes.io/managed-by"] = "httpclient-operator",
    };

    private static T Owned<T>(HTTPClient owner, T owned)
        where T : IMetadata<V1ObjectMeta>
    {
        OwnerReferences.SetControllerReference(owner, owned);
        return owned;
    }
}
