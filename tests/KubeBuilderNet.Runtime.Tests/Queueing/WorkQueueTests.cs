using KubeBuilderNet.Queueing;
using Microsoft.Extensions.Time.Testing;

namespace KubeBuilderNet.Runtime.Tests.Queueing;

public sealed class WorkQueueTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Under_load_no_item_is_on_two_workers_and_no_add_is_lost()
    {
        const int Keys = 50;
        const int Adds = 20_000;
        var queue = new WorkQueue<int>();
        var added = new int[Keys];
        var seen = new int[Keys];
        var busy = new int[Keys];
        var clashes = 0;
        var workers = Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            while (await queue.GetAsync(Token) is { IsShutDown: false, Value: var key })
            {
                if (Interlocked.Increment(ref busy[key]) != 1)
                    Interlocked.Increment(ref clashes);
                Volatile.Write(ref seen[key], Volatile.Read(ref added[key]));
                Interlocked.Decrement(ref busy[key]);
                queue.Done(key);
            }
        }, Token)).ToArray();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(seed => Task.Run(() =>
        {
            var random = new Random(seed);
            for (var i = 0; i < Adds; i++)
            {
                var key = random.Next(Keys);
                Interlocked.Increment(ref added[key]);
                queue.Add(key);
            }
        }, Token)));
        await queue.ShutDownWithDrainAsync(Token);
        await Task.WhenAll(workers);
        Assert.Equal(0, clashes);
        Assert.Equal(added, seen);
    }

    [Fact]
    public async Task A_cancelled_taker_takes_nothing()
    {
        var queue = new WorkQueue<string>();
        using var cancel = new CancellationTokenSource();
        var given = queue.GetAsync(cancel.Token).AsTask();
        var waiting = queue.GetAsync(Token).AsTask();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        queue.Add("a");
        Assert.Equal("a", (await waiting).Value);
    }

    [Fact]
    public async Task After_shut_down_what_waits_is_handed_out_and_nothing_is_taken()
    {
        var queue = new WorkQueue<string>();
        queue.Add("a");
        queue.ShutDown();
        queue.Add("b");
        Assert.Equal("a", (await queue.GetAsync(Token)).Value);
        Assert.True((await queue.GetAsync(Token)).IsShutDown);
    }

    [Fact]
    public async Task A_drain_waits_for_work_in_flight()
    {
        var queue = new WorkQueue<string>();
        queue.Add("a");
        await queue.GetAsync(Token);
        var drain = queue.ShutDownWithDrainAsync(Token);
        Assert.False(drain.IsCompleted);
        queue.Done("a");
        await drain;
    }

    [Fact]
    public async Task Of_several_delays_the_earliest_counts()
    {
        var time = new FakeTimeProvider();
        using var queue = new DelayingQueue<string>(time);
        queue.AddAfter("a", TimeSpan.FromSeconds(10));
        queue.AddAfter("a", TimeSpan.FromSeconds(2));
        queue.AddAfter("a", TimeSpan.FromSeconds(5));
        queue.AddAfter("b", TimeSpan.FromSeconds(3));
        time.Advance(TimeSpan.FromSeconds(1.9));
        Assert.Equal(0, queue.Count);
        time.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal(1, queue.Count);
        Assert.Equal("a", (await queue.GetAsync(Token)).Value);
        queue.Done("a");
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("b", (await queue.GetAsync(Token)).Value);
        queue.Done("b");
        // The later ends of "a" are stale.
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(0, queue.Count);
    }

    [Fact]
    public void Failures_double_the_wait_up_to_the_limit_and_success_ends_it()
    {
        var limiter = new ExponentialRateLimiter<string>();
        var waits = Enumerable.Range(0, 5).Select(_ => limiter.When("a").TotalMilliseconds);
        Assert.Equal([5, 10, 20, 40, 80], waits);
        Assert.Equal(5, limiter.When("b").TotalMilliseconds);
        for (var i = 0; i < 2000; i++)
            limiter.When("a");
        Assert.Equal(1000, limiter.When("a").TotalSeconds);
        limiter.Forget("a");
        Assert.Equal(0, limiter.NumRequeues("a"));
        Assert.Equal(5, limiter.When("a").TotalMilliseconds);
    }

    [Fact]
    public void The_bucket_lets_a_burst_through_and_then_the_rate()
    {
        var time = new FakeTimeProvider();
        var limiter = new TokenBucketRateLimiter<string>(10, 2, time);
        Assert.Equal([0, 0, 100, 200], Enumerable.Range(0, 4).Select(_ => limiter.When("a").TotalMilliseconds));
        time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal([0, 0, 100], Enumerable.Range(0, 3).Select(_ => limiter.When("a").TotalMilliseconds));
    }
}
