using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace KubeBuilderNet.Client.Tests.Rest;

/// <summary>A server on a socket of this machine that answers one request on each connection, and sees the bytes of it.</summary>
internal sealed class LocalServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2? _certificate;

    internal LocalServer(X509Certificate2? certificate = null)
    {
        _certificate = certificate;
        _listener.Start();
    }

    internal string Url => $"{(_certificate is null ? "http" : "https")}://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public void Dispose() => _listener.Dispose();

    /// <summary>Serves one request; what it read, and who the client said it is.</summary>
    internal async Task<(string Head, string? Client)> ServeAsync(byte[]? answer, CancellationToken cancellationToken)
    {
        using var client = await _listener.AcceptTcpClientAsync(cancellationToken);
        await using Stream stream = _certificate is null ? client.GetStream() : new SslStream(client.GetStream());
        string? subject = null;
        if (stream is SslStream tls)
        {
            await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions
            {
                ServerCertificate = _certificate,
                ClientCertificateRequired = true,
                RemoteCertificateValidationCallback = static (_, client, _, _) => client is not null,
            }, cancellationToken);
            subject = tls.RemoteCertificate?.Subject;
        }
        var head = new StringBuilder();
        using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
        while (await reader.ReadLineAsync(cancellationToken) is { Length: > 0 } line)
            head.Append(line).Append('\n');
        if (answer is not null)
            await stream.WriteAsync(answer, cancellationToken);
        return (head.ToString(), subject);
    }

    /// <summary>Begins an answer, and says nothing more until the client goes away.</summary>
    internal async Task HangAsync(string beginning, CancellationToken cancellationToken)
    {
        using var client = await _listener.AcceptTcpClientAsync(cancellationToken);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(beginning), cancellationToken);
        while (await client.GetStream().ReadAsync(new byte[1024], cancellationToken) > 0)
        {
            // The request.
        }
    }

    internal static byte[] Ok(byte[] body, string headers = "") =>
        [.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n{headers}Content-Length: {body.Length}\r\n\r\n"), .. body];

    internal static X509Certificate2 Certificate(string name, out string pem, out string keyPem)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var signed = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        (pem, keyPem) = (signed.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
        // Windows' TLS can't use an ephemeral key.
        return X509CertificateLoader.LoadPkcs12(signed.Export(X509ContentType.Pkcs12), null);
    }
}
