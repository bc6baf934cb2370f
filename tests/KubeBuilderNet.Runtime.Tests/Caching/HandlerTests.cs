using k8s.Models;
using KubeBuilderNet.Caching;
using KubeBuilderNet.Client.Watching;
using Microsoft.Extensions.Logging.Abstractions;

namespace KubeBuilderNet.Runtime.Tests.Caching;

public sealed class HandlerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_handler_has_synced_when_it_has_heard_of_all_that_was_there()
    {
        var (quick, slow) = (new Changes(), new Gate());
        IHandlerRegistration? early = null, late = null;
        await using var run = new RunningInformer(new ScriptedClient().List("10", Thing.Of("a"), Thing.Of("b")), prepare: informer =>
        {
            early = informer.AddHandler(quick);
            late = informer.AddHandler(slow);
        });
        await early!.WaitForSyncAsync(Token);
        Assert.Equal(2, quick.All.Count);
        Assert.True(run.Informer.HasSynced);
        Assert.False(late!.HasSynced);
        slow.Open.Set();
        await late.WaitForSyncAsync(Token);
        Assert.Equal(2, slow.Seen);
    }

    [Fact]
    public async Task A_handler_that_comes_late_has_synced_after_what_is_there()
    {
        await using var run = new RunningInformer(new ScriptedClient().List("10", Thing.Of("a"), Thing.Of("b")));
        await run.Informer.WaitForSyncAsync(Token);
        var late = new Changes();
        await run.Informer.AddHandler(late).WaitForSyncAsync(Token);
        Assert.Equal(["+a", "+b"], late.All.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_handler_that_is_taken_away_hears_of_nothing_more()
    {
        var client = new ScriptedClient { Streams = true }
            .Watch(ScriptedClient.Bookmark("10", endsInitialEvents: true), MemoryClient.Refusal("TooManyRequests", 429))
            .Watch(ScriptedClient.Event(WatchChangeType.Added, Thing.Of("a", 11)), ScriptedClient.Hang);
        var (gone, stays) = (new Changes(), new Changes());
        IHandlerRegistration? registration = null;
        await using var run = new RunningInformer(client, prepare: informer =>
        {
            registration = informer.AddHandler(gone);
            informer.AddHandler(stays);
        });
        await registration!.WaitForSyncAsync(Token);
        registration.Dispose();
        await Eventually.True(() => stays.All.Count == 1, run.Time);
        Assert.Empty(gone.All);
    }

    [Fact]
    public async Task Each_handler_is_told_of_everything_again_in_its_own_time()
    {
        var (often, never) = (new Changes(), new Changes());
        await using var run = new RunningInformer(new ScriptedClient().List("10", Thing.Of("a")), new() { ResyncPeriod = TimeSpan.FromMinutes(1) }, informer =>
        {
            informer.AddHandler(often);
            informer.AddHandler(never, TimeSpan.Zero);
        });
        await run.Informer.WaitForSyncAsync(Token);
        run.Time.Advance(TimeSpan.FromSeconds(59));
        await Eventually.True(() => often.All.Count == 1);
        run.Time.Advance(TimeSpan.FromSeconds(1));
        await Eventually.True(() => often.All.Count == 2);
        run.Time.Advance(TimeSpan.FromMinutes(1));
        await Eventually.True(() => often.All.Count == 3);
        Assert.Equal(["+a", "=a", "=a"], often.All);
        Assert.Equal(["+a"], never.All);
    }

    [Fact]
    public async Task An_informer_that_is_asked_for_late_runs_at_once_and_ends_with_the_others()
    {
        var client = new ScriptedClient().List("10", Thing.Of("a"));
        var factory = new SharedInformerFactory(client, NullLoggerFactory.Instance);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var running = factory.RunAsync(stop.Token);
        var informer = factory.Get<V1ConfigMap>();
        await informer.WaitForSyncAsync(Token);
        Assert.Single(informer.Lister.List());
        await stop.CancelAsync();
        await running;
        await Assert.ThrowsAsync<InvalidOperationException>(() => informer.RunAsync(Token));
    }

    [Fact]
    public async Task An_informer_that_fails_ends_all()
    {
        var thing = Thing.Of("a");
        var factory = new SharedInformerFactory(new ScriptedClient().List("10", thing), NullLoggerFactory.Instance, options: new CacheOptions { DetectMutations = true });
        var informer = factory.Get<V1ConfigMap>();
        var running = factory.RunAsync(Token);
        await informer.WaitForSyncAsync(Token);
        thing.Metadata.Name = "b";
        await Assert.ThrowsAsync<InvalidOperationException>(() => running);
    }

    private sealed class Gate : IResourceHandler<V1ConfigMap>
    {
        internal ManualResetEventSlim Open { get; } = new();

        internal int Seen { get; private set; }

        public void OnAdded(V1ConfigMap resource, bool isInInitialList)
        {
            Open.Wait(Token);
            Seen++;
        }

        public void OnUpdated(V1ConfigMap before, V1ConfigMap after)
        {
        }

        public void OnDeleted(V1ConfigMap resource, bool finalStateUnknown)
        {
        }
    }
}
