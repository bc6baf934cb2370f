using k8s.Models;
using KubeBuilderNet.Caching;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Errors;
using KubeBuilderNet.Client.Watching;
using Microsoft.Extensions.Logging.Abstractions;

namespace KubeBuilderNet.Runtime.Tests.Caching;

/// <summary>What leaves the watch's place good and what makes it list anew; and that no user's function ends an informer.</summary>
public sealed class InformerFaultTests
{
    private readonly SteadyTime _time = new();
    private readonly ScriptedClient _client = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(404, "NotFound", 2)]
    [InlineData(400, "BadRequest", 2)]
    [InlineData(500, "InternalError", 2)]
    [InlineData(429, "TooManyRequests", 1)]
    [InlineData(503, "ServiceUnavailable", 1)]
    [InlineData(403, "Forbidden", 1)]
    public async Task A_refused_watch_leads_to_a_new_list_unless_its_version_may_still_be_good(int code, string reason, int lists)
    {
        _client.List("10", Thing.Of("a", 8)).Watch(new KubernetesApiException(new V1Status { Code = code, Reason = reason }));
        if (lists == 2)
            _client.List("30", Thing.Of("b", 25));
        await Run(informer => _client.WatchedFrom.Count == 2);
        Assert.Equal(lists, _client.Lists);
        Assert.Equal(lists == 2 ? "30" : "10", _client.WatchedFrom[1]);
    }

    [Fact]
    public async Task A_version_ahead_of_the_server_leads_to_a_new_list()
    {
        var status = new V1Status
        {
            Code = 504,
            Reason = "Timeout",
            Details = new V1StatusDetails { Causes = [new V1StatusCause { Reason = "ResourceVersionTooLarge", Message = "Too large resource version" }] },
        };
        _client.List("1000").Watch(new KubernetesApiException(status)).List("7", Thing.Of("a", 5));
        await Run(informer => informer.Lister.Find(Thing.Key("a")) is not null);
        Assert.Equal(2, _client.Lists);
    }

    [Fact]
    public async Task A_list_without_a_version_is_made_again_when_its_watch_ends()
    {
        _client.List("", Thing.Of("a")).Watch(new IOException("cut")).List("", Thing.Of("b"));
        await Run(informer => informer.Lister.Find(Thing.Key("a")) is null && informer.Lister.Find(Thing.Key("b")) is not null);
        Assert.Equal(2, _client.Lists);
    }

    [Fact]
    public async Task Only_the_first_list_may_come_from_the_servers_cache()
    {
        _client.List(new HttpRequestException("refused")).List("10", Thing.Of("a", 8)).Watch(MemoryClient.Refusal("Expired", 410)).List("30", Thing.Of("b", 25));
        await Run(informer => informer.Lister.Find(Thing.Key("b")) is not null);
        Assert.Equal(["0", "0", null], _client.ListOptions.Select(static options => options.ResourceVersion));
    }

    [Fact]
    public async Task A_list_whose_pages_expire_half_way_is_read_whole()
    {
        _client.List(new ResourceList<V1ConfigMap> { Items = [Thing.Of("a")], Unreadable = [], ResourceVersion = "5", Continue = "page-2" })
            .List(new KubernetesApiException(new V1Status { Code = 410, Reason = "Expired" }))
            .List("9", Thing.Of("a"), Thing.Of("b"));
        await Run(informer => informer.HasSynced);
        Assert.Equal([(500, null), (500, "page-2"), (0, null)], _client.ListOptions.Select(options => (options.Limit, options.Continue)));
    }

    [Fact]
    public async Task An_index_that_throws_leaves_its_object_out_and_harms_nothing_else()
    {
        _client.List("10", Thing.Of("bad"), Thing.Of("good"))
            .Watch(ScriptedClient.Event(WatchChangeType.Modified, Thing.Of("bad", 11)), ScriptedClient.Event(WatchChangeType.Added, Thing.Of("late", 12)));
        await Run(informer => informer.Lister.Find(Thing.Key("late")) is not null, informer =>
            informer.AddIndex("mine", item => item.Metadata.Name == "bad" ? throw new InvalidOperationException("mine") : ["yes"]), informer =>
        {
            Assert.Equal(3, informer.Lister.List().Count);
            Assert.Equal(2, informer.Lister.ByIndex("mine", "yes").Count);
        });
    }

    [Fact]
    public async Task A_watch_whose_bookmarks_stay_away_is_taken_for_dead()
    {
        _client.List("10", Thing.Of("a", 8)).Watch(ScriptedClient.Bookmark("20"), ScriptedClient.Hang)
            .Watch(ScriptedClient.Event(WatchChangeType.Added, Thing.Of("b", 21)), ScriptedClient.Hang);
        var begun = _time.GetUtcNow();
        await Run(informer => informer.Lister.Find(Thing.Key("b")) is not null);
        Assert.Equal("20", _client.WatchedFrom[1]);
        Assert.True(_time.GetUtcNow() - begun < TimeSpan.FromMinutes(5), "the watch was only ended by its own limit");
    }

    [Fact]
    public async Task A_late_handler_that_blocks_does_not_hold_the_one_who_adds_it()
    {
        _client.List("10", Thing.Of("a")).Watch(ScriptedClient.Event(WatchChangeType.Added, Thing.Of("b", 11)));
        using var release = new ManualResetEventSlim();
        using var entered = new ManualResetEventSlim();
        await Run(informer => informer.Lister.List().Count == 2 && entered.IsSet, then: informer => release.Set(), once: informer =>
            informer.AddHandler(new Blocking(entered, release)));
    }

    [Fact]
    public async Task An_empty_namespace_means_all()
    {
        _client.List("10", Thing.Of("a", 1, "one"), Thing.Of("b", 1, "two"));
        await Run(informer => informer.HasSynced, then: informer => Assert.Equal(2, informer.Lister.List().Count), namespaces: [""]);
        Assert.Null(_client.ListOptions[0].Namespace);
    }

    private async Task Run(Func<SharedInformer<V1ConfigMap>, bool> until, Action<SharedInformer<V1ConfigMap>>? prepare = null,
        Action<SharedInformer<V1ConfigMap>>? then = null, Action<SharedInformer<V1ConfigMap>>? once = null, string[]? namespaces = null)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var informer = new SharedInformer<V1ConfigMap>(_client, NullLogger.Instance, new() { Namespaces = namespaces ?? [] }, _time);
        prepare?.Invoke(informer);
        var running = Task.Run(() => informer.RunAsync(stop.Token), Token);
        if (once is not null)
        {
            await Eventually.True(() => informer.HasSynced, _time);
            once(informer);
        }
        await Eventually.True(() => until(informer), _time);
        then?.Invoke(informer);
        await stop.CancelAsync();
        await running;
    }

    private sealed class Blocking(ManualResetEventSlim entered, ManualResetEventSlim release) : IResourceHandler<V1ConfigMap>
    {
        public void OnAdded(V1ConfigMap resource, bool isInInitialList)
        {
            entered.Set();
            release.Wait(Token);
        }

        public void OnUpdated(V1ConfigMap before, V1ConfigMap after)
        {
        }

        public void OnDeleted(V1ConfigMap resource, bool finalStateUnknown)
        {
        }
    }
}
