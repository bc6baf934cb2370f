using System.Security.Cryptography.X509Certificates;
using k8s;

namespace KubeBuilderNet.Client.Configuration;

/// <summary>The configuration that a pod's service account gives.</summary>
internal static class InClusterConfiguration
{
    private const string Folder = "/var/run/secrets/kubernetes.io/serviceaccount";

    internal static KubernetesClientConfiguration? TryLoad()
    {
        var host = Environment.GetEnvironmentVariable("KUBERNETES_SERVICE_HOST");
        var port = Environment.GetEnvironmentVariable("KUBERNETES_SERVICE_PORT");
        var token = Path.Combine(Folder, "token");
        if (string.IsNullOrEmpty(host) || string.IsNullOrEmpty(port) || !File.Exists(token))
            return null;
        var authorities = new X509Certificate2Collection();
        authorities.ImportFromPemFile(Path.Combine(Folder, "ca.crt"));
        var namespaceFile = Path.Combine(Folder, "namespace");
        return new KubernetesClientConfiguration
        {
            Host = new UriBuilder("https", host, int.Parse(port, System.Globalization.CultureInfo.InvariantCulture)).Uri.ToString(),
            SslCaCerts = authorities,
            TokenProvider = new TokenFileProvider(token, TimeProvider.System),
            Namespace = File.Exists(namespaceFile) ? File.ReadAllText(namespaceFile).Trim() : "default",
        };
    }
}
