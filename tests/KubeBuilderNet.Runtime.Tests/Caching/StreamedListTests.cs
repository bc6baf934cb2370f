using k8s.Models;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Watching;

namespace KubeBuilderNet.Runtime.Tests.Caching;

public sealed class StreamedListTests
{
    private static readonly WatchEvent<V1ConfigMap> A = ScriptedClient.Event(WatchChangeType.Added, Thing.Of("a", 8));
    private static readonly WatchEvent<V1ConfigMap> B = ScriptedClient.Event(WatchChangeType.Added, Thing.Of("b", 9));
    private static readonly WatchEvent<V1ConfigMap> C = ScriptedClient.Event(WatchChangeType.Added, Thing.Of("c", 21));

    [Fact]
    public async Task A_server_that_streams_is_not_asked_for_a_list_and_the_same_watch_goes_on()
    {
        var client = new ScriptedClient { Streams = true }.Watch(A, B, ScriptedClient.Bookmark("20", endsInitialEvents: true), C, ScriptedClient.Hang);
        var changes = new Changes();
        await using var run = new RunningInformer(client, prepare: informer => informer.AddHandler(changes));
        await Eventually.True(() => changes.All.Count == 3);
        Assert.Equal(["+a", "+b", "+c"], changes.All);
        Assert.Equal(0, client.Lists);
        Assert.Equal((null, true), (client.WatchOptions[0].ResourceVersion, client.WatchOptions[0].SendInitialEvents));
    }

    [Fact]
    public async Task Nothing_is_kept_before_the_stream_has_ended_and_a_cut_one_begins_anew()
    {
        var client = new ScriptedClient { Streams = true }
            .Watch(A, new IOException("cut"))
            .Watch(B, ScriptedClient.Bookmark("20", endsInitialEvents: true), new IOException("cut"))
            .Watch(C, ScriptedClient.Hang);
        var changes = new Changes();
        await using var run = new RunningInformer(client, prepare: informer => informer.AddHandler(changes));
        await Eventually.True(() => changes.All.Count == 2, run.Time);
        Assert.Equal(["+b", "+c"], changes.All);
        Assert.Equal([null, null, "20"], client.WatchedFrom);
    }

    [Fact]
    public async Task After_410_what_is_missing_in_the_new_stream_is_gone()
    {
        var client = new ScriptedClient { Streams = true }
            .Watch(A, B, ScriptedClient.Bookmark("20", endsInitialEvents: true), MemoryClient.Refusal("Expired", 410))
            .Watch(B, ScriptedClient.Bookmark("30", endsInitialEvents: true), ScriptedClient.Hang);
        var changes = new Changes();
        await using var run = new RunningInformer(client, prepare: informer => informer.AddHandler(changes));
        await Eventually.True(() => changes.All.Count == 3, run.Time);
        Assert.Equal(["+a", "+b", "-a?"], changes.All.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_server_that_refuses_is_listed_at_once()
    {
        var client = new ScriptedClient().List("10", Thing.Of("a"));
        await using var run = new RunningInformer(client);
        await run.Informer.WaitForSyncAsync(TestContext.Current.CancellationToken);
        Assert.Equal((1, "10"), (client.Lists, Assert.Single(client.WatchedFrom)));
    }

    [Fact]
    public async Task A_server_that_never_ends_the_stream_is_listed_after_ten_seconds_of_silence()
    {
        var client = new ScriptedClient { Streams = true }.Watch(A, ScriptedClient.Hang).List("10", Thing.Of("a"), Thing.Of("b"));
        await using var run = new RunningInformer(client);
        await Eventually.True(() => run.Informer.HasSynced, run.Time);
        Assert.Equal(2, run.Informer.Lister.List().Count);
        Assert.Equal([true, false], client.WatchOptions.Select(static options => options.SendInitialEvents));
    }

    [Fact]
    public async Task Unreadable_objects_of_a_stream_are_told_and_not_gone()
    {
        var bad = new WatchEvent<V1ConfigMap>(WatchChangeType.Added, null, "9", new UnreadableObject(Thing.Key("bad"), "9", "$.data"));
        var client = new ScriptedClient { Streams = true }.Watch(A, bad, ScriptedClient.Bookmark("20", endsInitialEvents: true),
            ScriptedClient.Event(WatchChangeType.Modified, Thing.Of("bad", 22)), ScriptedClient.Hang);
        await using var run = new RunningInformer(client);
        await Eventually.True(() => run.Informer.Lister.List().Count == 2);
        Assert.Empty(run.Informer.Unreadable);
        Assert.Single(run.Log.Messages, static message => message.StartsWith("Error:", StringComparison.Ordinal));
    }
}
