using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using k8s;
using KubeBuilderNet.Client.Configuration;

namespace KubeBuilderNet.Client.Rest;

/// <summary>Builds the connection to one cluster: pooled, HTTP/2 where offered, and a dead peer is noticed within 30 s.</summary>
internal static class HttpHandlers
{
    private const int TcpProbes = 3;

    internal static HttpMessageHandler Create(KubernetesClientConfiguration configuration, RestClientOptions options)
    {
        var sockets = new SocketsHttpHandler
        {
            ConnectTimeout = TimeSpan.FromSeconds(15),
            EnableMultipleHttp2Connections = true,
            KeepAlivePingDelay = options.PingDelay,
            KeepAlivePingTimeout = options.PingTimeout,
            KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
            PooledConnectionIdleTimeout = TimeSpan.FromMinutes(2),
            UseCookies = false,
            AllowAutoRedirect = false,
            ConnectCallback = (context, cancellationToken) => ConnectAsync(context, options, cancellationToken),
            AutomaticDecompression = DecompressionMethods.GZip,
            SslOptions = Tls(configuration),
        };
        configuration.FirstMessageHandlerSetup?.Invoke(sockets);
        return new AuthenticationHandler(configuration, sockets);
    }

    // HTTP/1.1 has no pings: TCP's own keep-alive finds a dead peer there.
    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, RestClientOptions options, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, Seconds(options.PingDelay));
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, Seconds(options.PingTimeout / TcpProbes));
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, TcpProbes);
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static int Seconds(TimeSpan time) => Math.Max(1, (int)Math.Ceiling(time.TotalSeconds));

    [SuppressMessage("Security", "CA5359", Justification = "The kubeconfig says insecure-skip-tls-verify.")]
    private static SslClientAuthenticationOptions Tls(KubernetesClientConfiguration configuration)
    {
        var options = new SslClientAuthenticationOptions();
        if (configuration.SkipTlsVerify)
            options.RemoteCertificateValidationCallback = AcceptAny;
        else if (configuration.SslCaCerts is { Count: > 0 } authorities)
        {
            options.CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
            };
            options.CertificateChainPolicy.CustomTrustStore.AddRange(authorities);
        }
        if (ClientCertificate(configuration) is { } certificate)
            options.ClientCertificateContext = SslStreamCertificateContext.Create(certificate, additionalCertificates: null, offline: true);
        return options;
    }

    private static bool AcceptAny(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) => true;

    private static X509Certificate2? ClientCertificate(KubernetesClientConfiguration configuration)
    {
        if (configuration.ClientCertificateData is not { Length: > 0 } data || configuration.ClientCertificateKeyData is not { Length: > 0 } key)
            return null;
        try
        {
            using var ephemeral = X509Certificate2.CreateFromPem(Decode(data), Decode(key));
            // Windows' TLS can't use an ephemeral key: a round trip through PKCS#12 gives it one it can.
            return X509CertificateLoader.LoadPkcs12(ephemeral.Export(X509ContentType.Pkcs12), null);
        }
        catch (System.Security.Cryptography.CryptographicException e)
        {
            throw new KubeconfigException($"{configuration.Host}: the client certificate and key can't be used: {e.Message}", e);
        }
    }

    private static string Decode(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));
}
