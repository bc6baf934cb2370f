using System.Net;
using System.Net.Sockets;
using k8s;

namespace KubeBuilderNet.Client.Rest;

/// <summary>Builds the connections to one cluster: pooled, HTTP/2 where offered, and a dead peer is noticed within 30 s.</summary>
internal static class HttpHandlers
{
    private const int TcpProbes = 3;

    internal static HttpMessageHandler Create(KubernetesClientConfiguration configuration, OpenConnections open)
    {
        var tls = new TlsSource(configuration, open.Time);
        return new AuthenticationHandler(configuration, new RotatingHandler(() => Connections(configuration, open, tls), () => tls.Version));
    }

    private static SocketsHttpHandler Connections(KubernetesClientConfiguration configuration, OpenConnections open, TlsSource tls)
    {
        var sockets = new SocketsHttpHandler
        {
            ConnectTimeout = TimeSpan.FromSeconds(15),
            EnableMultipleHttp2Connections = true,
            KeepAlivePingDelay = open.Options.PingDelay,
            KeepAlivePingTimeout = open.Options.PingTimeout,
            // Idle ones, too: a silent connection is a sign of a dead one.
            KeepAlivePingPolicy = HttpKeepAlivePingPolicy.Always,
            PooledConnectionIdleTimeout = TimeSpan.FromMinutes(2),
            UseCookies = false,
            AllowAutoRedirect = false,
            ConnectCallback = (context, cancellationToken) => ConnectAsync(context, open, cancellationToken),
            AutomaticDecompression = DecompressionMethods.GZip,
            Proxy = EnvironmentProxy.Current,
            RequestHeaderEncodingSelector = RepeatedHeader.Select,
            SslOptions = tls.Create(),
        };
        configuration.FirstMessageHandlerSetup?.Invoke(sockets);
        return sockets;
    }

    // HTTP/1.1 has no pings: TCP's own keep-alive finds a dead peer there.
    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, OpenConnections open, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, Seconds(open.Options.PingDelay));
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, Seconds(open.Options.PingTimeout / TcpProbes));
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, TcpProbes);
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
            return new HeardStream(socket, open);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static int Seconds(TimeSpan time) => Math.Max(1, (int)Math.Ceiling(time.TotalSeconds));
}
