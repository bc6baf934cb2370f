using KubeBuilderNet.Queueing;

namespace KubeBuilderNet.Runtime.Tests.Queueing;

public sealed class RateLimiterTests
{
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
        var time = new SteadyTime();
        var limiter = new TokenBucketRateLimiter<string>(10, 2, time);
        Assert.Equal([0, 0, 100, 200], Enumerable.Range(0, 4).Select(_ => limiter.When("a").TotalMilliseconds));
        time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal([0, 0, 100], Enumerable.Range(0, 3).Select(_ => limiter.When("a").TotalMilliseconds));
    }

    [Fact]
    public void After_the_quick_tries_come_slow_ones()
    {
        var limiter = new FastSlowRateLimiter<string>(TimeSpan.FromMilliseconds(5), TimeSpan.FromSeconds(10), 3);
        Assert.Equal([5, 5, 5, 10_000, 10_000], Enumerable.Range(0, 5).Select(_ => limiter.When("a").TotalMilliseconds));
        Assert.Equal((5, 5), (limiter.NumRequeues("a"), limiter.When("b").TotalMilliseconds));
        limiter.Forget("a");
        Assert.Equal(5, limiter.When("a").TotalMilliseconds);
    }

    [Fact]
    public void Of_several_limiters_the_longest_wait_counts_and_each_counts_on()
    {
        var slow = new FastSlowRateLimiter<string>(TimeSpan.Zero, TimeSpan.FromSeconds(10), 1);
        var limiter = new MaxOfRateLimiter<string>(new ExponentialRateLimiter<string>(), slow);
        Assert.Equal([5, 10_000], Enumerable.Range(0, 2).Select(_ => limiter.When("a").TotalMilliseconds));
        Assert.Equal((2, 2), (limiter.NumRequeues("a"), slow.NumRequeues("a")));
    }

    [Fact]
    public void A_longest_wait_can_be_set()
    {
        var limiter = new MaxWaitRateLimiter<string>(new ExponentialRateLimiter<string>(), TimeSpan.FromMilliseconds(12));
        Assert.Equal([5, 10, 12, 12], Enumerable.Range(0, 4).Select(_ => limiter.When("a").TotalMilliseconds));
    }

    [Fact]
    public void Jitter_makes_waits_longer_by_its_part_at_most_and_not_equal()
    {
        var limiter = new JitterRateLimiter<int>(new ExponentialRateLimiter<int>(TimeSpan.FromSeconds(1)), 0.2, new Random(1));
        var waits = Enumerable.Range(0, 100).Select(item => limiter.When(item).TotalSeconds).ToList();
        Assert.All(waits, wait => Assert.InRange(wait, 1, 1.2));
        Assert.True(waits.Distinct().Count() > 90);
        Assert.Equal(1, limiter.NumRequeues(0));
        limiter.Forget(0);
        Assert.Equal(0, limiter.NumRequeues(0));
    }
}
