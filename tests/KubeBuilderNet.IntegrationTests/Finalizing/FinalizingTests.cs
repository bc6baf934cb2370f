using k8s.Models;
using KubeBuilderNet.Client;
using KubeBuilderNet.Finalizers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KubeBuilderNet.IntegrationTests.Finalizing;

/// <summary>Work that has been done may be done again, while the cache hasn't heard of it; so it is never counted to the last.</summary>
[Collection(SharedKubernetes.Name)]
public sealed class FinalizingTests(KubernetesFixture fixture) : NamespacedTests(fixture)
{
    private const string Theirs = "other.io/theirs";
    private readonly Work _work = new();

    [Fact]
    public async Task An_object_stays_until_the_work_is_done()
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _work.Do = (part, name, _) => (part, name) == ("first", "a") ? done.Task : Task.CompletedTask;
        await using var running = await StartAsync();
        await CreateAsync("a");
        await DeleteAsync("a");
        await Eventually.True(() => _work.Count("first", "a") == 1);
        var map = await Client.GetAsync<V1ConfigMap>(Key("a"), Token);
        Assert.True(map.IsBeingDeleted());
        Assert.Equal([Cleaner.First, Cleaner.Second], map.Metadata.Finalizers);
        done.SetResult();
        await GoneAsync("a");
        Assert.NotEqual(0, _work.Count("second", "a"));
    }

    [Fact]
    public async Task A_part_that_fails_is_tried_again_and_holds_no_other_up()
    {
        _work.Do = (part, name, _) => part == "first" && _work.Count(part, name) < 4 ? throw new InvalidOperationException("not yet") : Task.CompletedTask;
        await using var running = await StartAsync();
        await CreateAsync("a");
        await DeleteAsync("a");
        await GoneAsync("a");
        Assert.True(_work.Count("first", "a") >= 4);
        Assert.NotEqual(0, _work.Count("second", "a"));
        Assert.True(running.HasLogged(LogLevel.Error, "not yet"));
    }

    [Fact]
    public async Task The_part_that_is_left_is_all_that_keeps_an_object()
    {
        var mended = false;
        _work.Do = (part, _, _) => part == "first" && !mended ? throw new InvalidOperationException("not yet") : Task.CompletedTask;
        await using var running = await StartAsync();
        await CreateAsync("a");
        await DeleteAsync("a");
        await Eventually.True(async () => (await Client.GetAsync<V1ConfigMap>(Key("a"), Token)).Metadata.Finalizers is [Cleaner.First]);
        await Eventually.True(() => _work.Count("first", "a") > 3);
        Assert.True((await Client.GetAsync<V1ConfigMap>(Key("a"), Token)).Metadata.Finalizers is [Cleaner.First]);
        mended = true;
        await GoneAsync("a");
    }

    [Fact]
    public async Task An_operator_that_starts_again_goes_on_where_the_last_one_stopped()
    {
        _work.Do = static (part, _, cancellationToken) => part == "second" ? Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken) : Task.CompletedTask;
        await using (var first = await StartAsync(static options => options.GracefulShutdownTimeout = TimeSpan.Zero))
        {
            await CreateAsync("a");
            await CreateAsync("b");
            await DeleteAsync("a");
            await Eventually.True(() => _work.Count("second", "a") == 1);
        }
        await DeleteAsync("b");
        _work.Do = static (_, _, _) => Task.CompletedTask;
        await using var next = await StartAsync();
        await GoneAsync("a");
        await GoneAsync("b");
        Assert.True(_work.Count("second", "a") >= 2);
        Assert.NotEqual(0, _work.Count("second", "b"));
    }

    [Fact]
    public async Task An_object_that_was_deleted_before_gets_no_finalizer_and_no_work()
    {
        var early = await Client.CreateAsync(new V1ConfigMap { Metadata = Named("early") with { Finalizers = [Theirs] } }, cancellationToken: Token);
        await Client.DeleteAsync(early, cancellationToken: Token);
        await using var running = await StartAsync();
        await Eventually.True(() => _work.Reconciled.Contains("early"));
        var left = await Client.GetAsync<V1ConfigMap>(Key("early"), Token);
        Assert.Equal([Theirs], left.Metadata.Finalizers);
        Assert.Equal((0, 0), (_work.Count("first", "early"), _work.Count("second", "early")));
        await Client.RemoveFinalizerAsync(left, Theirs, Token);
        await GoneAsync("early");
        Assert.False(running.HasLogged(LogLevel.Error, ""));
    }

    [Fact]
    public async Task The_finalizer_of_another_is_left_alone()
    {
        await using var running = await StartAsync();
        await Client.CreateAsync(new V1ConfigMap { Metadata = Named("a") with { Finalizers = [Theirs] } }, cancellationToken: Token);
        await Eventually.True(async () => (await Client.GetAsync<V1ConfigMap>(Key("a"), Token)).Metadata.Finalizers.Count == 3);
        await DeleteAsync("a");
        V1ConfigMap map = null!;
        await Eventually.True(async () => (map = await Client.GetAsync<V1ConfigMap>(Key("a"), Token)).Metadata.Finalizers is [Theirs]);
        await Client.RemoveFinalizerAsync(map, Theirs, Token);
        await GoneAsync("a");
        Assert.All(["first", "second"], part => Assert.NotEqual(0, _work.Count(part, "a")));
    }

    private Task<TestOperator> StartAsync(Action<Managing.ManagerOptions>? configure = null) => TestOperator.StartAsync(Server, Namespace, operators =>
    {
        operators.Services.AddSingleton(_work);
        operators.AddController<V1ConfigMap, Cleaner>();
    }, configure);

    private async Task CreateAsync(string name)
    {
        await Client.CreateAsync(new V1ConfigMap { Metadata = Named(name) }, cancellationToken: Token);
        await Eventually.True(async () => (await Client.GetAsync<V1ConfigMap>(Key(name), Token)).Metadata.Finalizers?.Count == 2);
    }

    private Task DeleteAsync(string name) => Client.DeleteAsync<V1ConfigMap>(Key(name), cancellationToken: Token);

    private Task GoneAsync(string name) => Eventually.True(async () => await Client.FindAsync<V1ConfigMap>(Key(name), Token) is null);
}
