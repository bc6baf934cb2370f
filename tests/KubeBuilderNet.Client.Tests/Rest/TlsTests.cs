using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using k8s;
using KubeBuilderNet.Client.Rest;

namespace KubeBuilderNet.Client.Tests.Rest;

/// <summary>The TLS handshake as a server in this process sees it.</summary>
public sealed class TlsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_kubeconfigs_tls_server_name_is_asked_for_and_checked()
    {
        using var certificate = Certificate("inner.example");
        Assert.Equal("inner.example", await AskAsync(certificate, "inner.example"));
    }

    [Fact]
    public async Task A_certificate_of_another_name_is_refused()
    {
        using var certificate = Certificate("other.example");
        await Assert.ThrowsAsync<HttpRequestException>(() => AskAsync(certificate, "inner.example"));
    }

    private static async Task<string> AskAsync(X509Certificate2 certificate, string name)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var asked = ServeOnceAsync(listener, certificate);
        using var rest = new RestClient(new KubernetesClientConfiguration
        {
            Host = $"https://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}",
            SslCaCerts = [certificate],
            TlsServerName = name,
        });
        Assert.Equal("{}", Encoding.UTF8.GetString(await rest.SendAsync(new RestRequest(HttpMethod.Get, "/version"), Token)));
        return await asked;
    }

    private static async Task<string> ServeOnceAsync(TcpListener listener, X509Certificate2 certificate)
    {
        using var client = await listener.AcceptTcpClientAsync(Token);
        await using var tls = new SslStream(client.GetStream());
        var asked = "";
        await tls.AuthenticateAsServerAsync((_, hello, _, _) =>
        {
            asked = hello.ServerName;
            return ValueTask.FromResult(new SslServerAuthenticationOptions { ServerCertificate = certificate });
        }, null, Token);
        using var reader = new StreamReader(tls, leaveOpen: true);
        while (await reader.ReadLineAsync(Token) is { Length: > 0 })
        {
        }
        await tls.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"u8.ToArray(), Token);
        return asked;
    }

    private static X509Certificate2 Certificate(string name)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var signed = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        // Windows' TLS can't use an ephemeral key.
        return X509CertificateLoader.LoadPkcs12(signed.Export(X509ContentType.Pkcs12), null);
    }
}
