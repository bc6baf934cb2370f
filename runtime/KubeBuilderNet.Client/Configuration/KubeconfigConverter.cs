using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using k8s;

namespace KubeBuilderNet.Client.Configuration;

/// <summary>Turns the chosen context of a kubeconfig into a client's configuration.</summary>
internal static class KubeconfigConverter
{
    internal static KubernetesClientConfiguration Convert(Kubeconfig kubeconfig, string? contextName)
    {
        var (context, cluster, user) = kubeconfig.Choose(contextName);
        var configuration = new KubernetesClientConfiguration { Namespace = context.Text("namespace") ?? "default" };
        FillCluster(configuration, cluster);
        if (user is not null)
            FillUser(configuration, user);
        return configuration;
    }

    private static void FillCluster(KubernetesClientConfiguration configuration, KubeconfigNode cluster)
    {
        var server = cluster.Text("server") ?? throw cluster.Wrong("server", "is missing: it must be the API server's URL");
        if (!server.Contains("://", StringComparison.Ordinal))
            server = "https://" + server;
        configuration.Host = Uri.TryCreate(server, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"
            ? server
            : throw cluster.Wrong("server", $"must be a http or https URL, not '{server}'");
        configuration.SkipTlsVerify = cluster.Flag("insecure-skip-tls-verify");
        configuration.TlsServerName = cluster.Text("tls-server-name");
        if (Pem(cluster, "certificate-authority-data", "certificate-authority") is { } pem)
            configuration.SslCaCerts = Authorities(cluster, pem);
        if (cluster.Text("proxy-url") is { } proxy)
        {
            if (!Uri.TryCreate(proxy, UriKind.Absolute, out var proxyUri))
                throw cluster.Wrong("proxy-url", $"must be a URL, not '{proxy}'");
            configuration.FirstMessageHandlerSetup = handler => (handler.Proxy, handler.UseProxy) = (new WebProxy(proxyUri), true);
        }
    }

    private static void FillUser(KubernetesClientConfiguration configuration, KubeconfigNode user)
    {
        foreach (var field in (string[])["as", "as-uid", "as-groups", "auth-provider"])
        {
            if (user.Child(field) is not null || user.Text(field) is not null)
                throw user.Wrong(field, "is not supported: use a token, a client certificate or an exec plug-in");
        }
        configuration.Username = user.Text("username");
        configuration.Password = user.Text("password");
        configuration.AccessToken = user.Text("token");
        if (configuration.AccessToken is null && user.Text("tokenFile") is { } tokenFile)
            configuration.TokenProvider = new TokenFileProvider(Beside(user, tokenFile), TimeProvider.System);
        if (user.Child("exec") is { } exec)
            configuration.TokenProvider = new ExecCredentialProvider(ExecPlugin.Read(exec), TimeProvider.System);
        FillClientCertificate(configuration, user);
    }

    private static void FillClientCertificate(KubernetesClientConfiguration configuration, KubeconfigNode user)
    {
        var certificate = Pem(user, "client-certificate-data", "client-certificate");
        var key = Pem(user, "client-key-data", "client-key");
        if (certificate is null && key is null)
            return;
        if (certificate is null)
            throw user.Wrong("client-certificate", "is missing, but there is a client key");
        if (key is null)
            throw user.Wrong("client-key", "is missing, but there is a client certificate");
        configuration.ClientCertificateData = System.Convert.ToBase64String(Encoding.UTF8.GetBytes(certificate));
        configuration.ClientCertificateKeyData = System.Convert.ToBase64String(Encoding.UTF8.GetBytes(key));
    }

    private static X509Certificate2Collection Authorities(KubeconfigNode cluster, string pem)
    {
        var authorities = new X509Certificate2Collection();
        try
        {
            authorities.ImportFromPem(pem);
        }
        catch (CryptographicException e)
        {
            throw cluster.Wrong("certificate-authority", $"holds no readable certificate: {e.Message}", e);
        }
        return authorities.Count > 0 ? authorities : throw cluster.Wrong("certificate-authority", "holds no PEM certificate");
    }

    private static string? Pem(KubeconfigNode node, string dataField, string fileField)
    {
        if (node.Text(dataField) is { } data)
        {
            try
            {
                return Encoding.UTF8.GetString(System.Convert.FromBase64String(data));
            }
            catch (FormatException e)
            {
                throw node.Wrong(dataField, "must be base64", e);
            }
        }
        if (node.Text(fileField) is not { } file)
            return null;
        try
        {
            return File.ReadAllText(Beside(node, file));
        }
        catch (IOException e)
        {
            throw node.Wrong(fileField, $"names '{file}', which can't be read: {e.Message}", e);
        }
    }

    private static string Beside(KubeconfigNode node, string file) =>
        Path.GetFullPath(file, Path.GetDirectoryName(Path.GetFullPath(node.File))!);
}
