using System.Security.Cryptography.X509Certificates;
using k8s;

namespace KubeBuilderNet.Client.Configuration;

/// <summary>The configuration that a pod's service account gives.</summary>
internal static class InClusterConfiguration
{
    private const string ServiceAccount = "/var/run/secrets/kubernetes.io/serviceaccount";

    internal static KubernetesClientConfiguration? TryLoad() => TryLoad(ServiceAccount, Environment.GetEnvironmentVariable);

    internal static KubernetesClientConfiguration? TryLoad(string folder, Func<string, string?> environment)
    {
        var host = environment("KUBERNETES_SERVICE_HOST");
        var port = environment("KUBERNETES_SERVICE_PORT");
        var token = Path.Combine(folder, "token");
        if (string.IsNullOrEmpty(host) || string.IsNullOrEmpty(port) || !File.Exists(token))
            return null;
        var authorities = new X509Certificate2Collection();
        var authorityFile = Path.Combine(folder, "ca.crt");
        authorities.ImportFromPemFile(authorityFile);
        var namespaceFile = Path.Combine(folder, "namespace");
        return new ClusterConnection
        {
            Host = new UriBuilder("https", host, int.Parse(port, System.Globalization.CultureInfo.InvariantCulture)).Uri.ToString(),
            SslCaCerts = authorities,
            AuthorityFile = authorityFile,
            TokenProvider = new TokenFileProvider(token, TimeProvider.System),
            Namespace = File.Exists(namespaceFile) ? File.ReadAllText(namespaceFile).Trim() : "default",
        };
    }
}
