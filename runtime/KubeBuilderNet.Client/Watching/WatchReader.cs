using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using k8s;
using k8s.Models;
using KubeBuilderNet.Client.Errors;
using KubeBuilderNet.Client.Json;
using KubeBuilderNet.Client.Rest;

namespace KubeBuilderNet.Client.Watching;

/// <summary>Reads the events of a watch from the bytes as they come: one JSON object a line, each parsed once.</summary>
/// <param name="type">How the objects are read.</param>
/// <param name="kind">Their kind, for those that don't say it.</param>
/// <param name="request">What was asked, for messages.</param>
/// <param name="connections">Those of the client; null when nothing is known of them.</param>
internal sealed class WatchReader<T>(JsonTypeInfo<T> type, GroupVersionKind kind, string request, OpenConnections? connections = null)
    where T : class, IKubernetesObject<V1ObjectMeta>
{
    private static readonly StreamPipeReaderOptions Buffering = new(bufferSize: 64 * 1024);

    internal async IAsyncEnumerable<WatchEvent<T>> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pipe = PipeReader.Create(stream, Buffering);
        try
        {
            using var pulse = connections is null ? null : new WatchPulse(connections, pipe.CancelPendingRead);
            while (true)
            {
                pulse?.Wait();
                var read = await pipe.ReadAsync(cancellationToken);
                pulse?.Beat();
                if (read.IsCanceled)
                    yield break;
                var buffer = read.Buffer;
                while (TryTakeLine(ref buffer, out var line))
                {
                    if (!line.IsEmpty)
                        yield return Parse(line);
                }
                pipe.AdvanceTo(buffer.Start, buffer.End);
                if (read.IsCompleted)
                    yield break;
            }
        }
        finally
        {
            await pipe.CompleteAsync();
        }
    }

    private static bool TryTakeLine(ref ReadOnlySequence<byte> buffer, out ReadOnlySequence<byte> line)
    {
        if (buffer.PositionOf((byte)'\n') is not { } end)
        {
            line = default;
            return false;
        }
        line = buffer.Slice(0, end);
        buffer = buffer.Slice(buffer.GetPosition(1, end));
        return true;
    }

    private WatchEvent<T> Parse(in ReadOnlySequence<byte> line)
    {
        if (line.IsSingleSegment)
            return Parse(line.FirstSpan);
        var length = checked((int)line.Length);
        var rented = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            line.CopyTo(rented);
            return Parse(rented.AsSpan(0, length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private WatchEvent<T> Parse(ReadOnlySpan<byte> line) =>
        TryUnwrap(line, "{\"type\":\"MODIFIED\",\"object\":"u8, out var body) ? Read(WatchChangeType.Modified, body) :
        TryUnwrap(line, "{\"type\":\"ADDED\",\"object\":"u8, out body) ? Read(WatchChangeType.Added, body) :
        TryUnwrap(line, "{\"type\":\"DELETED\",\"object\":"u8, out body) ? Read(WatchChangeType.Deleted, body) :
        ParseAnyForm(line);

    // The form in which API servers write events: the object needn't be searched for its end, so it is read once.
    private static bool TryUnwrap(ReadOnlySpan<byte> line, ReadOnlySpan<byte> prefix, out ReadOnlySpan<byte> body)
    {
        var fits = line.StartsWith(prefix) && line.EndsWith("}}"u8);
        body = fits ? line[prefix.Length..^1] : default;
        return fits;
    }

    private WatchEvent<T> ParseAnyForm(ReadOnlySpan<byte> line)
    {
        string? eventType = null;
        ReadOnlySpan<byte> body = default;
        var reader = new Utf8JsonReader(line);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("type"u8))
            {
                reader.Read();
                eventType = reader.GetString();
            }
            else if (reader.ValueTextEquals("object"u8))
            {
                reader.Read();
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                body = line[start..(int)reader.BytesConsumed];
            }
            else
                reader.Skip();
        }
        return eventType switch
        {
            "ADDED" => Read(WatchChangeType.Added, body),
            "MODIFIED" => Read(WatchChangeType.Modified, body),
            "DELETED" => Read(WatchChangeType.Deleted, body),
            "BOOKMARK" => Bookmark(ObjectHeader.Read(body)),
            "ERROR" => throw StatusReasons.Create(0, body, null, request),
            _ => throw new JsonException($"{request}: the watch sent an event of unknown type '{eventType}'."),
        };
    }

    private static WatchEvent<T> Bookmark(in ObjectHeader header) =>
        new(WatchChangeType.Bookmark, null, header.ResourceVersion) { EndsInitialEvents = header.EndsInitialEvents };

    private WatchEvent<T> Read(WatchChangeType eventType, ReadOnlySpan<byte> body) =>
        ObjectReader.TryRead(body, type, kind, out var value, out var unreadable)
            ? new WatchEvent<T>(eventType, value, value.Metadata.ResourceVersion ?? "")
            : new WatchEvent<T>(eventType, null, unreadable.ResourceVersion, unreadable);
}
