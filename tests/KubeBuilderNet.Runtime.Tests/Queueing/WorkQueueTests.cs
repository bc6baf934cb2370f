using KubeBuilderNet.Queueing;

namespace KubeBuilderNet.Runtime.Tests.Queueing;

public sealed class WorkQueueTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Under_load_no_item_is_on_two_workers_and_no_add_is_lost(bool withPriorities)
    {
        const int Keys = 50;
        const int Adds = 20_000;
        using var priorities = new PriorityQueue<int>(new ExponentialRateLimiter<int>());
        var queue = withPriorities ? priorities : new WorkQueue<int>();
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
                if (!withPriorities)
                    queue.Add(key);
                else
                    priorities.Add(key, new AddOptions { Priority = random.Next(5), After = TimeSpan.FromMilliseconds(random.Next(2)) });
            }
        }, Token)));
        // What is still delayed would be lost with the queue.
        for (var key = 0; key < Keys; key++)
            queue.Add(key);
        await queue.ShutDownWithDrainAsync(Token);
        await Task.WhenAll(workers);
        Assert.Equal(0, clashes);
        Assert.Equal(added, seen);
    }

    [Fact]
    public async Task A_flood_of_items_whose_hashes_collide_is_handed_out_in_order_twice()
    {
        var queue = new WorkQueue<Colliding>();
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < 5000; i++)
                queue.Add(new Colliding(i));
            for (var i = 0; i < 5000; i++)
            {
                var item = await queue.GetAsync(Token);
                Assert.Equal(i, item.Value.Number);
                queue.Done(item.Value);
            }
            Assert.Equal(0, queue.Count);
        }
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
        var time = new SteadyTime();
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

    private sealed record Colliding(int Number)
    {
        public override int GetHashCode() => Number % 50;
    }
}
