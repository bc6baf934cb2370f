using System.Text;
using CsCheck;
using k8s.Models;
using KubeBuilderNet.Client.Errors;
using KubeBuilderNet.Client.Watching;

namespace KubeBuilderNet.Client.Tests.Watching;

public sealed class WatchTests
{
    private const string Events = """
        {"type":"ADDED","object":{"metadata":{"name":"a","resourceVersion":"1"},"data":{"k":"ä😀"}}}
        {"type":"MODIFIED","object":{"metadata":{"name":"b","namespace":"ns","resourceVersion":"2"},"data":7}}
        {"type":"BOOKMARK","object":{"kind":"ConfigMap","metadata":{"resourceVersion":"3","creationTimestamp":null}}}
        {"object":{"metadata":{"name":"a","resourceVersion":"4"}},"type":"DELETED"}
        { "type": "DELETED", "object": {"metadata":{"name":"b","resourceVersion":"5"}}, "more": {"a":{}}}

        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // However the bytes are cut on their way, the events are the same.
    [Fact]
    public void Events_do_not_depend_on_how_the_bytes_come() =>
        Gen.Int[1, 400].Sample(chunk =>
        {
            var events = Read(new ChunkedStream(Encoding.UTF8.GetBytes(Events), chunk)).GetAwaiter().GetResult();
            Assert.Equal([WatchChangeType.Added, WatchChangeType.Modified, WatchChangeType.Bookmark, WatchChangeType.Deleted, WatchChangeType.Deleted], events.Select(change => change.Type));
            Assert.Equal(["1", "2", "3", "4", "5"], events.Select(change => change.ResourceVersion));
            Assert.Equal("ä😀", events[0].Resource!.Data["k"]);
            Assert.Equal(new ObjectKey("ns", "b"), events[1].Unreadable!.Key);
            Assert.Null(events[1].Resource);
        }, iter: 200);

    [Fact]
    public async Task An_error_event_is_thrown_with_its_reason()
    {
        const string Expired = """{"type":"ERROR","object":{"kind":"Status","status":"Failure","message":"too old","reason":"Expired","code":410}}""" + "\n";
        var error = await Assert.ThrowsAsync<KubernetesApiException>(() => Read(new MemoryStream(Encoding.UTF8.GetBytes(Expired))));
        Assert.True(error.IsExpired);
    }

    [Fact]
    public async Task A_watch_asks_for_bookmarks_and_says_where_it_is()
    {
        var server = new FakeServer().Answer("");
        await foreach (var _ in server.Client().WatchAsync<V1ConfigMap>(new WatchOptions { ResourceVersion = "9", Timeout = TimeSpan.FromMinutes(5) }, Token))
            Assert.Fail("nothing was sent");
        Assert.Equal("GET /api/v1/configmaps?watch=true&allowWatchBookmarks=true&resourceVersion=9&timeoutSeconds=300", Assert.Single(server.Requests));
    }

    private static async Task<List<WatchEvent<V1ConfigMap>>> Read(Stream stream)
    {
        var events = new List<WatchEvent<V1ConfigMap>>();
        await foreach (var change in new FakeServer().Stream(stream).Client().WatchAsync<V1ConfigMap>(cancellationToken: Token))
            events.Add(change);
        return events;
    }

    private sealed class ChunkedStream(byte[] bytes, int chunk) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(chunk, buffer.Length)]);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(chunk, buffer.Length)], cancellationToken);
    }
}
