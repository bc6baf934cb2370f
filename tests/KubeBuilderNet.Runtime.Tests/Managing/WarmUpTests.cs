using k8s.Models;
using KubeBuilderNet.Caching;
using Microsoft.Extensions.DependencyInjection;

namespace KubeBuilderNet.Runtime.Tests.Managing;

/// <summary>What the queue of a replica that stands by holds, and what a controller waits for.</summary>
[Collection(ExitCode.Collection)]
public sealed class WarmUpTests : IDisposable
{
    private readonly MemoryClient _client = new();
    private readonly SteadyTime _time = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Environment.ExitCode = 0;

    [Theory]
    [InlineData(false, new[] { "b" })]
    [InlineData(true, new[] { "a", "b" })]
    public async Task Keys_of_objects_that_are_gone_stay_in_the_queue_of_one_that_warms_up_alone(bool warmsUp, string[] reconciled)
    {
        using var leader = Replica(warmsUp);
        await leader.StartAsync();
        await Eventually.True(() => leader.State.NotReady is null, _time);
        using var standby = Replica(warmsUp);
        await standby.StartAsync();
        await Eventually.True(() => standby.State.NotReady is null, _time);
        await _client.CreateAsync(Thing.Of("a"), null, Token);
        await Eventually.True(() => leader.Reconciled.Contains("a"), _time);
        await _client.DeleteAsync<V1ConfigMap>(Thing.Key("a"), null, Token);
        await _client.CreateAsync(Thing.Of("b"), null, Token);
        var cache = standby.Services.GetRequiredService<ILister<V1ConfigMap>>();
        await Eventually.True(() => cache.Find(Thing.Key("b")) is not null && cache.Find(Thing.Key("a")) is null, _time);
        Assert.Empty(standby.Reconciled);
        await leader.StopAsync();
        await Eventually.True(() => standby.Reconciled.Count == reconciled.Length, _time);
        Assert.Equal(reconciled, standby.Reconciled.Order(StringComparer.Ordinal));
        await standby.StopAsync();
    }

    [Fact]
    public async Task A_controller_has_its_own_time_for_its_caches()
    {
        _client.Delay = static (request, cancellationToken) =>
            request.StartsWith("list", StringComparison.Ordinal) ? Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken) : Task.CompletedTask;
        using var host = new TestHost(_client, _time, static options => options.CacheSyncTimeout = TimeSpan.FromMinutes(5),
            controller: static controller => controller.WithOptions(static options => options.CacheSyncTimeout = TimeSpan.FromSeconds(30)));
        await host.StartAsync();
        await Eventually.True(() => host.State.Informers is not null);
        await Eventually.True(() => host.State.Failure is not null, _time);
        Assert.StartsWith("The caches were not filled from  within 30 s.", host.State.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public void A_time_that_can_not_be_meant_is_refused()
    {
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => new TestHost(_client, _time,
            controller: static controller => controller.WithOptions(static options => options.CacheSyncTimeout = TimeSpan.Zero)));
        Assert.StartsWith("CacheSyncTimeout must be above zero", refusal.Message, StringComparison.Ordinal);
    }

    private TestHost Replica(bool warmsUp) => new(_client, _time, TestHost.Elect, controller: controller => controller.WithOptions(options => options.WarmUp = warmsUp));
}
