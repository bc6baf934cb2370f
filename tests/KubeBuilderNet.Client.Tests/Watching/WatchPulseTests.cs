using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using k8s;
using k8s.Models;
using KubeBuilderNet.Client.Json;
using KubeBuilderNet.Client.Rest;
using KubeBuilderNet.Client.Tests.Rest;
using KubeBuilderNet.Client.Watching;
using Microsoft.Extensions.Time.Testing;

namespace KubeBuilderNet.Client.Tests.Watching;

/// <summary>When a watch is left because its connection may be dead: a ping after 15 s, which may take 10 s.</summary>
public sealed class WatchPulseTests : IDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(5);
    private readonly FakeTimeProvider _time = new();
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly OpenConnections _connections;
    private readonly Pipe _watch = new();
    private int _changes;

    public WatchPulseTests()
    {
        _listener.Start();
        _connections = new OpenConnections(new RestClientOptions { Time = _time });
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _listener.Dispose();

    [Fact]
    public async Task A_watch_ends_when_it_and_a_connection_were_silent_for_25_seconds()
    {
        await using var connection = new HeardStream((await ConnectAsync()).Client, _connections);
        var watching = WatchAsync();
        await PassAsync(4);
        await ChangeAsync(watching, 1);
        await PassAsync(watching);
        Assert.Equal(1, await watching);
    }

    [Fact]
    public async Task A_watch_goes_on_as_long_as_every_connection_is_heard()
    {
        var (one, two) = (await ConnectAsync(), await ConnectAsync());
        await using var first = new HeardStream(one.Client, _connections);
        await using var second = new HeardStream(two.Client, _connections);
        var watching = WatchAsync();
        for (var ping = 0; ping < 10; ping++)
        {
            await PassAsync(3);
            await HearAsync(one, first);
            await HearAsync(two, second);
        }
        await ChangeAsync(watching, 1);
        for (var ping = 0; ping < 10 && !watching.IsCompleted; ping++)
        {
            await PassAsync(3);
            await HearAsync(one, first);
        }
        Assert.Equal(1, await watching);
    }

    [Fact]
    public async Task A_watch_that_is_told_something_goes_on_whatever_other_connections_do()
    {
        await using var connection = new HeardStream((await ConnectAsync()).Client, _connections);
        var watching = WatchAsync();
        for (var change = 1; change <= 10; change++)
        {
            await PassAsync(3);
            await ChangeAsync(watching, change);
        }
        await PassAsync(watching);
        Assert.Equal(10, await watching);
    }

    [Fact]
    public async Task A_closed_connection_is_no_silent_one()
    {
        var connection = new HeardStream((await ConnectAsync()).Client, _connections);
        var watching = WatchAsync();
        await connection.DisposeAsync();
        await PassAsync(20);
        await ChangeAsync(watching, 1);
        await _watch.Writer.CompleteAsync();
        Assert.Equal(1, await watching);
    }

    [Fact]
    public async Task A_watch_over_http_1_is_left_and_its_connection_closed()
    {
        using var server = new LocalServer();
        using var rest = new RestClient(new KubernetesClientConfiguration { Host = server.Url }, new RestClientOptions { Time = _time });
        const string Change = "{\"type\":\"ADDED\",\"object\":{\"metadata\":{\"name\":\"a\"}}}\n";
        var served = server.HangAsync($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n{Change.Length:x}\r\n{Change}\r\n", Token);
        var names = new List<string>();
        var watching = Task.Run(async () =>
        {
            await foreach (var change in new ResourceClient<V1ConfigMap>(rest).WatchAsync(cancellationToken: Token))
                names.Add(change.Resource!.Metadata.Name);
        }, Token);
        while (names.Count == 0)
            await Task.Delay(1, Token);
        await PassAsync(watching);
        Assert.Equal(["a"], names);
        await served;
    }

    private async Task<int> WatchAsync()
    {
        var reader = new WatchReader<V1ConfigMap>(ObjectJson.TypeInfo<V1ConfigMap>(), ResourceDefinition.Of<V1ConfigMap>().Kind, "a watch", _connections);
        await foreach (var _ in reader.ReadAsync(_watch.Reader.AsStream(), Token))
            _changes++;
        return _changes;
    }

    // What comes shows that the watch goes on.
    private async Task ChangeAsync(Task watching, int number)
    {
        await _watch.Writer.WriteAsync("{\"type\":\"ADDED\",\"object\":{\"metadata\":{\"name\":\"a\"}}}\n"u8.ToArray(), Token);
        while (_changes < number)
        {
            Assert.False(watching.IsCompleted, "the watch was left");
            await Task.Delay(1, Token);
        }
    }

    private async Task PassAsync(int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            _time.Advance(Step);
            await Task.Delay(1, Token);
        }
    }

    private async Task PassAsync(Task watching)
    {
        while (!watching.IsCompleted)
            await PassAsync(1);
        await watching;
    }

    private static async Task HearAsync((Socket Client, Socket Server) pair, HeardStream stream)
    {
        await pair.Server.SendAsync(new byte[] { 1 }, Token);
        Assert.Equal(1, await stream.ReadAsync(new byte[1], Token));
    }

    private async Task<(Socket Client, Socket Server)> ConnectAsync()
    {
        var client = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await client.ConnectAsync(_listener.LocalEndpoint, Token);
        return (client, await _listener.AcceptSocketAsync(Token));
    }
}
