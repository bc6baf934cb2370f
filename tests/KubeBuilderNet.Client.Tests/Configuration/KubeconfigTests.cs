using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using KubeBuilderNet.Client.Configuration;

namespace KubeBuilderNet.Client.Tests.Configuration;

public sealed class KubeconfigTests : IDisposable
{
    private const string Good = """
        apiVersion: v1
        kind: Config
        current-context: one
        clusters:
        - name: c
          cluster: { server: "https://c.example:6443", tls-server-name: inner }
        users:
        - name: u
          user: { token: secret }
        contexts:
        - name: one
          context: { cluster: c, user: u }
        - name: two
          context: { cluster: c, user: u, namespace: n }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_current_context_is_read_or_the_one_that_is_asked_for()
    {
        var path = Write("config", Good);
        var one = ClusterConfiguration.Load(path);
        Assert.Equal(("https://c.example:6443", "secret", "default", "inner"), (one.Host, one.AccessToken, one.Namespace, one.TlsServerName));
        Assert.Equal("n", ClusterConfiguration.Load(path, "two").Namespace);
    }

    [Fact]
    public void Of_several_files_the_first_to_set_a_value_wins()
    {
        var first = Write("first", "current-context: three\nusers: [{ name: u, user: { token: first } }]\n");
        var second = Write("second", Good + "\n- name: three\n  context: { cluster: c, user: u }\n");
        var chosen = KubeconfigConverter.Convert(Kubeconfig.Read([first, second]), null);
        Assert.Equal(("https://c.example:6443", "first"), (chosen.Host, chosen.AccessToken));
    }

    [Theory]
    [InlineData("server: \"https://c.example:6443\"", "server: \"ftp://x\"", ":6: clusters[0].cluster.server must be a http or https URL, not 'ftp://x'.")]
    [InlineData("server: \"https://c.example:6443\",", "", ":6: clusters[0].cluster.server is missing: it must be the API server's URL.")]
    [InlineData("cluster: c, user: u }\n- name: two", "cluster: x, user: u }\n- name: two", ":12: contexts[0].context.cluster names 'x', which is not among the clusters: c.")]
    [InlineData("current-context: one", "current-context: none", ": there is no context 'none'. There are: one, two.")]
    [InlineData("tls-server-name: inner", "insecure-skip-tls-verify: maybe", ":6: clusters[0].cluster.insecure-skip-tls-verify must be true or false, not 'maybe'.")]
    [InlineData("tls-server-name: inner", "certificate-authority-data: '%'", ":6: clusters[0].cluster.certificate-authority-data must be base64.")]
    [InlineData("token: secret", "token: [a]", ":9: users[0].user.token must be a string.")]
    [InlineData("token: secret", "auth-provider: { name: gcp }", ":9: users[0].user.auth-provider.name 'gcp' is not supported, and Kubernetes has no such provider any more: use an exec plug-in, such as kubelogin or gke-gcloud-auth-plugin.")]
    [InlineData("token: secret", "auth-provider: { name: oidc, config: { client-id: x } }", ":9: users[0].user.auth-provider.config.idp-issuer-url is missing.")]
    [InlineData("token: secret", "as-groups: [a]", ":9: users[0].user.as-groups needs a user to act as: set 'as' too.")]
    [InlineData("token: secret", "as: a, as-user-extra: [b]", ":9: users[0].user.as-user-extra must be a mapping.")]
    [InlineData("token: secret", "exec: { apiVersion: client.authentication.k8s.io/v1, command: x, interactiveMode: Often }", ":9: users[0].user.exec.interactiveMode 'Often' is not known: it must be Never, IfAvailable or Always.")]
    [InlineData("tls-server-name: inner", "proxy-url: 'ftp://x'", ":6: clusters[0].cluster.proxy-url must be a http, https or socks5 URL, not 'ftp://x'.")]
    [InlineData("token: secret", "client-certificate: nowhere.pem", ":9: users[0].user.client-certificate names 'nowhere.pem', which can't be read")]
    [InlineData("token: secret", "exec: { command: x }", ":9: users[0].user.exec.apiVersion is missing.")]
    [InlineData("kind: Config", "kind: [", "not valid YAML")]
    public void A_wrong_file_is_refused_by_file_line_and_field(string good, string bad, string complaint)
    {
        var text = Good.ReplaceLineEndings("\n");
        Assert.Contains(good, text, StringComparison.Ordinal);
        var path = Write("config", text.Replace(good, bad, StringComparison.Ordinal));
        var error = Assert.Throws<KubeconfigException>(() => ClusterConfiguration.Load(path));
        Assert.StartsWith(path, error.Message, StringComparison.Ordinal);
        Assert.Contains(complaint, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Whom_to_act_as_is_read_and_every_context_can_be_asked_for()
    {
        var path = Write("config", Good.Replace("token: secret", "token: secret, as: jane, as-uid: '7', as-groups: [dev, ops], as-user-extra: { scopes: [a, b] }", StringComparison.Ordinal));
        Assert.Equal(["one", "two"], ClusterConfiguration.Contexts(path));
        var jane = Assert.IsType<ClusterConnection>(ClusterConfiguration.Load(path)).Impersonation;
        Assert.NotNull(jane);
        Assert.Equal(("jane", "7", "dev ops", "a b"), (jane.User, jane.Uid, string.Join(' ', jane.Groups), string.Join(' ', jane.Extra["scopes"])));
    }

    [Fact]
    public void A_proxy_is_asked_with_its_own_credentials()
    {
        var path = Write("config", Good.Replace("tls-server-name: inner", "proxy-url: 'http://me:pass%20word@proxy.example:3128'", StringComparison.Ordinal));
        using var handler = new SocketsHttpHandler();
        ClusterConfiguration.Load(path).FirstMessageHandlerSetup(handler);
        var uri = new Uri("https://c.example:6443");
        Assert.Equal("proxy.example:3128", handler.Proxy!.GetProxy(uri)!.Authority);
        Assert.Equal("pass word", handler.Proxy.Credentials!.GetCredential(uri, "Basic")!.Password);
    }

    [Fact]
    public async Task While_a_token_file_is_missing_the_last_token_serves()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        var file = Path.Combine(_folder, "token");
        Assert.Equal("Bearer beside", (await new TokenFileProvider(file, time, "beside").GetAuthenticationHeaderAsync(Token)).ToString());
        var provider = new TokenFileProvider(file, time);
        Assert.Contains(file, (await Assert.ThrowsAsync<KubeconfigException>(() => provider.GetAuthenticationHeaderAsync(Token))).Message, StringComparison.Ordinal);
        Write("token", "one");
        await provider.GetAuthenticationHeaderAsync(Token);
        File.Delete(file);
        time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("Bearer one", (await provider.GetAuthenticationHeaderAsync(Token)).ToString());
    }

    [Fact]
    public void A_file_that_is_not_there_is_named() =>
        Assert.Contains("nowhere", Assert.Throws<KubeconfigException>(() => ClusterConfiguration.Load("nowhere")).Message, StringComparison.Ordinal);

    [Fact]
    public void Certificates_are_read_from_files_beside_the_kubeconfig_and_from_data()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        Write("ca.pem", certificate.ExportCertificatePem());
        var keyData = Convert.ToBase64String(Encoding.UTF8.GetBytes(key.ExportPkcs8PrivateKeyPem()));
        var path = Write("config", Good.Replace("tls-server-name: inner", "certificate-authority: ca.pem", StringComparison.Ordinal)
            .Replace("token: secret", $"client-certificate: ca.pem, client-key-data: {keyData}", StringComparison.Ordinal));
        var configuration = ClusterConfiguration.Load(path);
        Assert.Equal(certificate.Thumbprint, Assert.Single(configuration.SslCaCerts).Thumbprint);
        Assert.Equal(keyData, configuration.ClientCertificateKeyData);
        using var client = new KubeBuilderNet.Client.Rest.RestClient(configuration);
        Assert.Equal("c.example", client.Server.Host);
    }

    [Fact]
    public async Task A_token_file_is_read_again_when_it_is_a_minute_old()
    {
        Write("token", "one\n");
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        var provider = new TokenFileProvider(Path.Combine(_folder, "token"), time);
        Assert.Equal("Bearer one", (await provider.GetAuthenticationHeaderAsync(Token)).ToString());
        Write("token", "two");
        Assert.Equal("Bearer one", (await provider.GetAuthenticationHeaderAsync(Token)).ToString());
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("Bearer two", (await provider.GetAuthenticationHeaderAsync(Token)).ToString());
    }

    [Fact]
    public async Task An_exec_plug_in_gives_the_token_once_until_it_expires()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The plug-in is a shell script.");
        var count = Path.Combine(_folder, "count");
        const string Script = """printf x >> "$COUNT"; printf '{"kind":"ExecCredential","status":{"token":"t%s","expirationTimestamp":"2000-01-01T01:00:00Z"}}' "$1" """;
        var path = Write("config", Good.Replace("token: secret", "exec: { apiVersion: client.authentication.k8s.io/v1, command: sh, args: " +
            $"[-c, '{Script.Replace("'", "''", StringComparison.Ordinal)}', sh, '7'], env: [{{ name: COUNT, value: {count} }}] }}", StringComparison.Ordinal));
        var exec = (KubeconfigNode.ReadFile(path)!.Children("users").Single().Child("user")!.Child("exec"))!;
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        using var provider = new ExecCredentialProvider(ExecPlugin.Read(exec), time);
        var headers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => provider.GetAuthenticationHeaderAsync(Token)));
        Assert.All(headers, header => Assert.Equal("Bearer t7", header.ToString()));
        Assert.Equal("x", await File.ReadAllTextAsync(count, Token));
        time.Advance(TimeSpan.FromHours(2));
        await provider.GetAuthenticationHeaderAsync(Token);
        Assert.Equal("xx", await File.ReadAllTextAsync(count, Token));
    }

    [Fact]
    public async Task A_plug_in_that_is_missing_is_named_with_its_hint()
    {
        using var provider = new ExecCredentialProvider(new ExecPlugin("v1", "no-such-plug-in", [], [], "Install it."), TimeProvider.System);
        var error = await Assert.ThrowsAsync<KubeconfigException>(() => provider.GetAuthenticationHeaderAsync(Token));
        Assert.Contains("no-such-plug-in", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("Install it.", error.Message, StringComparison.Ordinal);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text.ReplaceLineEndings("\n"));
        return path;
    }
}
