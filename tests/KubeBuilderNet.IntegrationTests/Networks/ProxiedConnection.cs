using System.Net.Sockets;

namespace KubeBuilderNet.IntegrationTests.Networks;

/// <summary>One connection through the proxy: two sockets, and a pump each way.</summary>
internal sealed class ProxiedConnection(Socket client, Func<int> bytesPerSecond) : IDisposable
{
    private readonly Socket _server = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly TaskCompletionSource _cut = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _stalled;

    internal async Task RunAsync(Uri server, CancellationToken stopping)
    {
        try
        {
            client.NoDelay = true;
            await _server.ConnectAsync(server.Host, server.Port, stopping);
            await Task.WhenAll(PumpAsync(client, _server), PumpAsync(_server, client));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The other side, or the test, has ended it.
        }
        finally
        {
            Dispose();
        }
    }

    public void Dispose()
    {
        client.Dispose();
        _server.Dispose();
    }

    internal void Cut()
    {
        _cut.TrySetResult();
        foreach (var socket in (Socket[])[client, _server])
            socket.Close(timeout: 0);
    }

    internal void HalfClose()
    {
        try
        {
            client.Shutdown(SocketShutdown.Send);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Ended already.
        }
    }

    internal void Stall() => _stalled = true;

    private async Task PumpAsync(Socket from, Socket to)
    {
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var limit = bytesPerSecond();
            var read = await from.ReceiveAsync(limit > 0 ? buffer.AsMemory(0, Math.Min(buffer.Length, Math.Max(1, limit / 10))) : buffer);
            if (_stalled)
                await _cut.Task;
            if (read == 0)
            {
                to.Shutdown(SocketShutdown.Send);
                return;
            }
            for (var sent = 0; sent < read;)
                sent += await to.SendAsync(buffer.AsMemory(sent, read - sent));
            if (limit > 0)
                await Task.Delay(TimeSpan.FromSeconds((double)read / limit));
        }
    }
}
