using k8s;
using KubeBuilderNet.Client.Rest;

namespace KubeBuilderNet.Client.Configuration;

/// <summary>A configuration with what KubernetesClient's class has no place for.</summary>
internal sealed class ClusterConnection : KubernetesClientConfiguration
{
    /// <summary>In whose name requests are made; null for one's own.</summary>
    internal Impersonation? Impersonation { get; set; }

    /// <summary>The file that the authorities were read from; null when they weren't.</summary>
    internal string? AuthorityFile { get; set; }

    /// <summary>The file that the client certificate was read from; null when it wasn't.</summary>
    internal string? CertificateFile { get; set; }

    /// <summary>The file that the client's key was read from; null when it wasn't.</summary>
    internal string? KeyFile { get; set; }
}
