using KubeBuilderNet.Queueing;

namespace KubeBuilderNet.Runtime.Tests.Queueing;

public sealed class PriorityQueueTests : IDisposable
{
    private readonly SteadyTime _time = new();
    private readonly PriorityQueue<string> _queue;

    public PriorityQueueTests() => _queue = new PriorityQueue<string>(new ExponentialRateLimiter<string>(), _time);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task News_comes_before_the_flood_of_a_start()
    {
        foreach (var item in (string[])["a", "b", "c"])
            _queue.Add(item, new AddOptions { Priority = AddOptions.LowPriority });
        _queue.Add("news");
        _queue.Add("b");
        Assert.Equal(["news", "b", "a", "c"], await TakeAsync(4));
    }

    [Fact]
    public async Task What_is_added_while_it_is_worked_on_comes_again_at_its_highest_priority()
    {
        _queue.Add("a");
        Assert.Equal(0, (await _queue.GetAsync(Token)).Priority);
        _queue.Add("a", new AddOptions { Priority = -5 });
        _queue.Add("a", new AddOptions { Priority = 7 });
        _queue.Add("a", new AddOptions { Priority = 3 });
        Assert.Equal(0, _queue.Count);
        _queue.Done("a");
        Assert.Equal(7, (await _queue.GetAsync(Token)).Priority);
    }

    [Fact]
    public async Task An_add_ends_the_delay_and_keeps_its_priority()
    {
        _queue.Add("a", new AddOptions { After = TimeSpan.FromMinutes(1), Priority = 9 });
        _queue.Add("a");
        Assert.Equal(9, (await _queue.GetAsync(Token)).Priority);
        _queue.Done("a");
        _time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(0, _queue.Count);
    }

    [Fact]
    public void Of_a_wait_and_the_limiters_wait_the_shorter_counts()
    {
        _queue.Add("a", new AddOptions { After = TimeSpan.FromMinutes(1), RateLimited = true });
        _queue.Add("b", new AddOptions { After = TimeSpan.FromMilliseconds(2), RateLimited = true });
        _time.Advance(TimeSpan.FromMilliseconds(2));
        Assert.Equal(1, _queue.Count);
        _time.Advance(TimeSpan.FromMilliseconds(3));
        Assert.Equal(2, _queue.Count);
    }

    [Fact]
    public async Task Delays_that_were_ended_are_not_kept_until_their_time()
    {
        for (var i = 0; i < 10_000; i++)
        {
            _queue.Add("a", new AddOptions { After = TimeSpan.FromDays(1) });
            _queue.Add("a");
            _queue.Done((await _queue.GetAsync(Token)).Value);
        }
        Assert.InRange(_queue.KeptDelays, 0, 100);
    }

    [Fact]
    public void Depths_are_told_by_priority()
    {
        _queue.Add("a");
        _queue.Add("b", new AddOptions { Priority = -100 });
        _queue.Add("c", new AddOptions { Priority = -100 });
        Assert.Equal([(0, 1), (-100, 2)], _queue.Depths());
    }

    public void Dispose() => _queue.Dispose();

    private async Task<List<string>> TakeAsync(int count)
    {
        var items = new List<string>();
        for (var i = 0; i < count; i++)
            items.Add((await _queue.GetAsync(Token)).Value);
        return items;
    }
}
