using System.Net.Sockets;
using System.Runtime.CompilerServices;

namespace KubeBuilderNet.Client.Rest;

/// <summary>The bytes of a connection, and when the last of them came.</summary>
internal sealed class HeardStream : NetworkStream
{
    private readonly OpenConnections _connections;
    private long _lastHeard;

    /// <param name="socket">Connected; closed with the stream.</param>
    /// <param name="connections">Knows the stream until it is closed.</param>
    internal HeardStream(Socket socket, OpenConnections connections)
        : base(socket, ownsSocket: true)
    {
        _connections = connections;
        _lastHeard = connections.Time.GetTimestamp();
        connections.Add(this);
    }

    internal long LastHeard => Volatile.Read(ref _lastHeard);

    public override int Read(byte[] buffer, int offset, int count) => Heard(base.Read(buffer, offset, count));

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Heard(await base.ReadAsync(buffer, cancellationToken));

    protected override void Dispose(bool disposing)
    {
        // A finalizer may come before the constructor's end.
        if (disposing)
            _connections.Remove(this);
        base.Dispose(disposing);
    }

    private int Heard(int bytes)
    {
        Volatile.Write(ref _lastHeard, _connections.Time.GetTimestamp());
        return bytes;
    }
}
