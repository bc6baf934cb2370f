using System.Net;
using System.Text;
using k8s;
using KubeBuilderNet.Client.Rest;

namespace KubeBuilderNet.Client.Configuration;

/// <summary>Turns the chosen context of a kubeconfig into a client's configuration.</summary>
internal static class KubeconfigConverter
{
    internal static KubernetesClientConfiguration Convert(Kubeconfig kubeconfig, string? contextName)
    {
        var (context, cluster, user) = kubeconfig.Choose(contextName);
        var configuration = new ClusterConnection { Namespace = context.Text("namespace") ?? "default" };
        FillCluster(configuration, cluster);
        if (user is not null)
            FillUser(configuration, user, cluster);
        return configuration;
    }

    private static void FillCluster(ClusterConnection configuration, KubeconfigNode cluster)
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
        {
            if (configuration.SkipTlsVerify)
                throw cluster.Wrong("insecure-skip-tls-verify", "can't be true where there is a certificate-authority: take one of them away");
            configuration.SslCaCerts = PemFiles.Authorities(pem, (complaint, cause) => cluster.Wrong(NameOf(cluster, "certificate-authority"), complaint, cause));
            configuration.AuthorityFile = FileOf(cluster, "certificate-authority");
        }
        if (cluster.Text("proxy-url") is { } proxy)
        {
            if (!Uri.TryCreate(proxy, UriKind.Absolute, out var proxyUri) || proxyUri.Scheme is not ("http" or "https" or "socks5"))
                throw cluster.Wrong("proxy-url", $"must be a http, https or socks5 URL, not '{proxy}'");
            configuration.FirstMessageHandlerSetup = handler => (handler.Proxy, handler.UseProxy) = (ProxyTo(proxyUri), true);
        }
    }

    private static WebProxy ProxyTo(Uri uri)
    {
        var proxy = new WebProxy(uri);
        if (uri.UserInfo.Split(':', 2) is [{ Length: > 0 } name, var password])
            proxy.Credentials = new NetworkCredential(Uri.UnescapeDataString(name), Uri.UnescapeDataString(password));
        return proxy;
    }

    private static void FillUser(ClusterConnection configuration, KubeconfigNode user, KubeconfigNode cluster)
    {
        configuration.Impersonation = ReadImpersonation(user);
        configuration.Username = user.Text("username");
        configuration.Password = user.Text("password");
        configuration.AccessToken = user.Text("token");
        if (user.Text("tokenFile") is { } tokenFile)
            configuration.TokenProvider = new TokenFileProvider(Beside(user, tokenFile), TimeProvider.System, configuration.AccessToken);
        if (user.Child("auth-provider") is { } provider)
            configuration.TokenProvider = OidcSettings.Read(user, provider);
        if (user.Child("exec") is { } exec)
            configuration.TokenProvider = new ExecCredentialProvider(ExecPlugin.Read(exec, cluster), TimeProvider.System);
        FillClientCertificate(configuration, user);
    }

    private static Impersonation? ReadImpersonation(KubeconfigNode user)
    {
        var extra = user.Child("as-user-extra");
        var (name, uid, groups) = (user.Text("as"), user.Text("as-uid"), user.Texts("as-groups"));
        if (name is not null)
            return new Impersonation(name) { Uid = uid, Groups = groups, Extra = extra?.Fields.ToDictionary(field => field, extra.Texts, StringComparer.Ordinal) ?? [] };
        return uid is null && groups.Count == 0 && extra is null
            ? null
            : throw user.Wrong(uid is not null ? "as-uid" : groups.Count > 0 ? "as-groups" : "as-user-extra", "needs a user to act as: set 'as' too");
    }

    private static void FillClientCertificate(ClusterConnection configuration, KubeconfigNode user)
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
        configuration.CertificateFile = FileOf(user, "client-certificate");
        configuration.KeyFile = FileOf(user, "client-key");
    }

    // Of two fields that say the same the data counts, as in kubectl.
    private static string NameOf(KubeconfigNode node, string field) => node.Text(field + "-data") is null ? field : field + "-data";

    private static string? FileOf(KubeconfigNode node, string field) =>
        node.Text(field + "-data") is null && node.Text(field) is { } file ? Beside(node, file) : null;

    internal static string? Pem(KubeconfigNode node, string dataField, string fileField)
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
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw node.Wrong(fileField, $"names '{file}', which can't be read: {e.Message}", e);
        }
    }

    private static string Beside(KubeconfigNode node, string file) =>
        Path.GetFullPath(file, Path.GetDirectoryName(Path.GetFullPath(node.File))!);
}
