using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using k8s;
using KubeBuilderNet.Testing;

namespace KubeBuilderNet.IntegrationTests.Networks;

/// <summary>Stands between a client and an API server and does to its connections what networks do.</summary>
internal sealed class FaultyProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<ProxiedConnection, Task> _connections = new();
    private readonly Uri _server;
    private readonly Task _accepting;

    internal FaultyProxy(ApiServer server)
    {
        Configuration = server.Configuration;
        _server = new Uri(Configuration.Host);
        _listener.Start();
        Configuration.Host = $"https://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";
        _accepting = AcceptAsync();
    }

    /// <summary>The server's configuration, by way of the proxy.</summary>
    internal KubernetesClientConfiguration Configuration { get; }

    /// <summary>How many bytes a second a connection lets through each way; 0 for any number.</summary>
    internal int BytesPerSecond { get; set; }

    /// <summary>How many connections there have been.</summary>
    internal int Accepted { get; private set; }

    /// <summary>Resets every connection, as a restarted firewall does.</summary>
    internal void Cut() => ForEach(static connection => connection.Cut());

    /// <summary>Ends what comes from the server, and leaves the other way open.</summary>
    internal void HalfClose() => ForEach(static connection => connection.HalfClose());

    /// <summary>Lets nothing more through on the connections there are, without a word to either side.</summary>
    internal void Stall() => ForEach(static connection => connection.Stall());

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        Cut();
        await Task.WhenAll(_connections.Values);
        _listener.Dispose();
        _stop.Dispose();
    }

    private void ForEach(Action<ProxiedConnection> act)
    {
        foreach (var (connection, _) in _connections)
            act(connection);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptSocketAsync(_stop.Token);
                Accepted++;
                var connection = new ProxiedConnection(client, () => BytesPerSecond);
                _connections[connection] = connection.RunAsync(_server, _stop.Token);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            // Stopped.
        }
    }
}
