using System.Collections.Concurrent;
using k8s.Models;
using KubeBuilderNet.Caching;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Errors;
using KubeBuilderNet.Client.Watching;

namespace KubeBuilderNet.Runtime.Tests.Caching;

public sealed class SharedInformerTests
{
    private readonly SteadyTime _time = new();
    private readonly ScriptedClient _client = new();
    private readonly MessageLog _log = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_a_broken_watch_it_goes_on_from_the_last_bookmark_without_a_list()
    {
        _client.List("10", Thing.Of("a", 9))
            .Watch(ScriptedClient.Event(WatchChangeType.Added, Thing.Of("b", 11)), ScriptedClient.Bookmark("20"), new IOException("cut"))
            .Watch(ScriptedClient.Event(WatchChangeType.Deleted, Thing.Of("a", 21)));
        var seen = await RunUntil(changes => changes.Count == 3);
        // Of several objects the order may be another; of one it is kept.
        Assert.Equal(["+a", "+b", "-a"], seen.Order(StringComparer.Ordinal));
        Assert.Equal(["+a", "-a"], seen.Where(static change => change.EndsWith('a')));
        Assert.Equal(["10", "20"], _client.WatchedFrom.Take(2));
        Assert.Equal(1, _client.Lists);
    }

    [Fact]
    public async Task An_expired_version_leads_to_a_new_list_that_shows_what_was_missed()
    {
        _client.List("10", Thing.Of("a", 8), Thing.Of("b", 9), Thing.Of("c", 9))
            .Watch(new KubernetesApiException(new V1Status { Code = 410, Reason = "Expired" }))
            .List("30", Thing.Of("b", 9), Thing.Of("c", 25), Thing.Of("d", 26));
        var seen = await RunUntil(changes => changes.Count == 6);
        // The second list may come before all of the first is taken: of one object the order is kept. b is as it was: no news.
        Assert.Equal(["+a", "-a?", "+b", "+c", "~c", "+d"], seen.OrderBy(static change => change[1]));
        Assert.Equal("30", _client.WatchedFrom[1]);
    }

    [Fact]
    public async Task A_failing_list_is_tried_again_and_says_what_to_do()
    {
        _client.List(new KubernetesApiException(new V1Status { Code = 404, Reason = "NotFound" })).List("1", Thing.Of("a"));
        var seen = await RunUntil(changes => changes.Count == 1);
        Assert.Equal(["+a"], seen);
        Assert.Contains(_log.Messages, static message => message.Contains("is the CRD installed?", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unreadable_object_is_left_out_and_comes_back_when_mended()
    {
        var bad = new UnreadableObject(Thing.Key("bad"), "5", "$.data");
        _client.List(new ResourceList<V1ConfigMap> { Items = [Thing.Of("a")], Unreadable = [bad], ResourceVersion = "10" })
            .Watch(new WatchEvent<V1ConfigMap>(WatchChangeType.Modified, null, "11", bad), ScriptedClient.Event(WatchChangeType.Modified, Thing.Of("bad", 12)));
        Assert.Equal(["+a", "+bad"], await RunUntil(changes => changes.Count == 2));
    }

    [Fact]
    public async Task A_handler_that_throws_or_hangs_harms_no_other()
    {
        _client.List("10", Thing.Of("a")).Watch(ScriptedClient.Event(WatchChangeType.Added, Thing.Of("b", 11)));
        using var release = new ManualResetEventSlim();
        var seen = await RunUntil(changes => changes.Count == 2, prepare: informer =>
        {
            informer.AddHandler(new Recorder(_ => throw new InvalidOperationException("mine")));
            informer.AddHandler(new Recorder(_ => release.Wait(Token)));
        }, done: release.Set);
        Assert.Equal(["+a", "+b"], seen);
    }

    [Fact]
    public async Task A_late_handler_hears_of_all_that_is_there()
    {
        _client.List("10", Thing.Of("a"));
        var late = new ConcurrentQueue<string>();
        await RunUntil(changes => late.Count == 1, informer =>
        {
            if (informer.HasSynced && late.IsEmpty && Interlocked.Exchange(ref _added, 1) == 0)
                informer.AddHandler(new Recorder(late.Enqueue));
        });
        Assert.Equal(["+a"], late);
    }

    private int _added;

    private async Task<List<string>> RunUntil(Func<List<string>, bool> condition, Action<SharedInformer<V1ConfigMap>>? look = null,
        Action<SharedInformer<V1ConfigMap>>? prepare = null, Action? done = null)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var informer = new SharedInformer<V1ConfigMap>(_client, _log, time: _time);
        var changes = new ConcurrentQueue<string>();
        prepare?.Invoke(informer);
        informer.AddHandler(new Recorder(changes.Enqueue));
        var running = Task.Run(() => informer.RunAsync(stop.Token), Token);
        await Eventually.True(() =>
        {
            look?.Invoke(informer);
            return condition([.. changes]);
        }, _time);
        done?.Invoke();
        await stop.CancelAsync();
        await running;
        return [.. changes];
    }

    private sealed class Recorder(Action<string> record) : IResourceHandler<V1ConfigMap>
    {
        public void OnAdded(V1ConfigMap resource, bool isInInitialList) => record("+" + resource.Metadata.Name);

        public void OnUpdated(V1ConfigMap before, V1ConfigMap after) => record("~" + after.Metadata.Name);

        public void OnDeleted(V1ConfigMap resource, bool finalStateUnknown) => record("-" + resource.Metadata.Name + (finalStateUnknown ? "?" : ""));
    }
}
