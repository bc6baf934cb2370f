namespace KubeBuilderNet.Metrics;

/// <summary>Where and how metrics are served. Follows controller-runtime's <c>metrics/server.Options</c>.</summary>
public sealed class MetricsOptions
{
    /// <summary>Where <c>/metrics</c> is served: <c>:8443</c>, <c>127.0.0.1:8080</c>; <c>0</c> for nowhere. Flag <c>metrics-bind-address</c>.</summary>
    /// <value>Default: <c>0</c>.</value>
    public string BindAddress { get; set; } = "0";

    /// <summary>
    /// Whether metrics are served over TLS, and only to those whose token the API server knows (TokenReview) and who may get
    /// <c>/metrics</c> (SubjectAccessReview). Flag <c>metrics-secure</c>.
    /// </summary>
    /// <value>Default: true.</value>
    public bool Secure { get; set; } = true;

    /// <summary>The folder with the server's certificate; read again when it changes. Flag <c>metrics-cert-path</c>.</summary>
    /// <value>Default: null, for a certificate that the program signs itself.</value>
    public string? CertificatePath { get; set; }

    /// <summary>The certificate's file in the folder. Flag <c>metrics-cert-name</c>.</summary>
    /// <value>Default: <c>tls.crt</c>.</value>
    public string CertificateName { get; set; } = "tls.crt";

    /// <summary>The key's file in the folder. Flag <c>metrics-cert-key</c>.</summary>
    /// <value>Default: <c>tls.key</c>.</value>
    public string CertificateKey { get; set; } = "tls.key";

    /// <summary>The meters whose instruments are served; add those of the operator's own.</summary>
    /// <value>Default: <c>KubeBuilderNet</c> and .NET's <c>System.Runtime</c>.</value>
    public IList<string> Meters { get; } = ["KubeBuilderNet", "System.Runtime"];
}
