using System.Text.Json.Nodes;
using k8s.Models;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Errors;
using KubeBuilderNet.Finalizers;

namespace KubeBuilderNet.Runtime.Tests.Finalizers;

public sealed class FinalizerSetTests
{
    private readonly MemoryClient _client = new();
    private readonly List<string> _done = [];
    private readonly FinalizerSet<V1ConfigMap> _finalizers;
    private string _failing = "";

    public FinalizerSetTests() => _finalizers = new FinalizerSet<V1ConfigMap>(_client).Register("example.com/a", Work("a")).Register("example.com/b", Work("b"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_names_are_put_on_by_one_patch_and_those_of_others_stay()
    {
        var map = await StoredAsync("other.io/x", "example.com/b");
        var (stored, isBeingDeleted) = await _finalizers.FinalizeAsync(map, Token);
        Assert.False(isBeingDeleted);
        Assert.Equal(["other.io/x", "example.com/b", "example.com/a"], stored.Metadata.Finalizers);
        Assert.Same(stored, (await _finalizers.FinalizeAsync(stored, Token)).Resource);
        Assert.Single(_client.Requests, static request => request.StartsWith("patch", StringComparison.Ordinal));
        Assert.Empty(_done);
    }

    [Fact]
    public async Task On_deletion_all_work_is_done_in_order_and_only_ones_own_names_are_taken_off()
    {
        var (stored, isBeingDeleted) = await _finalizers.FinalizeAsync(await DeletedAsync("example.com/b", "other.io/x", "example.com/a"), Token);
        Assert.True(isBeingDeleted);
        Assert.Equal(["a", "b"], _done);
        Assert.Equal(["other.io/x"], stored.Metadata.Finalizers);
    }

    [Fact]
    public async Task A_deletion_that_began_since_the_object_was_read_is_told_of_and_gets_no_names()
    {
        var map = await StoredAsync("other.io/x");
        await _client.PatchAsync<V1ConfigMap>(ObjectKey.Of(map), Patch.Merge(new() { ["metadata"] = new JsonObject { ["deletionTimestamp"] = "2026-01-01T00:00:00Z" } }), null, Token);
        var (stored, isBeingDeleted) = await _finalizers.FinalizeAsync(map, Token);
        Assert.True(isBeingDeleted);
        Assert.Equal(["other.io/x"], stored.Metadata.Finalizers);
        Assert.Empty(_done);
    }

    [Fact]
    public async Task Another_object_of_the_name_gets_no_names_and_loses_none()
    {
        var map = await StoredAsync("example.com/a");
        await _client.DeleteAsync(map, null, Token);
        await _client.RemoveFinalizerAsync(map, "example.com/a", Token);
        var other = await StoredAsync("example.com/a");
        Assert.True((await Assert.ThrowsAsync<KubernetesApiException>(() => _finalizers.FinalizeAsync(map, Token))).IsConflict);
        map.Metadata.DeletionTimestamp = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        Assert.True((await _finalizers.FinalizeAsync(map, Token)).IsBeingDeleted);
        Assert.Equal(other.Metadata.ResourceVersion, (await _client.GetAsync<V1ConfigMap>(ObjectKey.Of(map), Token)).Metadata.ResourceVersion);
    }

    [Fact]
    public async Task Work_whose_name_is_off_already_is_not_done_again()
    {
        await _finalizers.FinalizeAsync(await DeletedAsync("example.com/b"), Token);
        Assert.Equal(["b"], _done);
    }

    [Theory]
    [InlineData("a", "b", "example.com/a")]
    [InlineData("b", "a", "example.com/b")]
    public async Task One_that_fails_keeps_its_name_and_holds_no_other_up(string failing, string done, string left)
    {
        _failing = failing;
        var map = await DeletedAsync("example.com/a", "example.com/b");
        await Assert.ThrowsAsync<InvalidOperationException>(() => _finalizers.FinalizeAsync(map, Token));
        Assert.Equal([done], _done);
        Assert.Equal([left], (await _client.GetAsync<V1ConfigMap>(ObjectKey.Of(map), Token)).Metadata.Finalizers);
    }

    [Fact]
    public async Task All_that_fail_are_told_of()
    {
        _failing = "ab";
        var map = await DeletedAsync("example.com/a", "example.com/b");
        Assert.Equal(2, (await Assert.ThrowsAsync<AggregateException>(() => _finalizers.FinalizeAsync(map, Token))).InnerExceptions.Count);
    }

    [Fact]
    public void A_name_must_be_qualified_and_new()
    {
        Assert.Throws<ArgumentException>(() => _finalizers.Register("plain", Work("")));
        Assert.Contains("'example.com/a'", Assert.Throws<ArgumentException>(() => _finalizers.Register("example.com/a", Work(""))).Message, StringComparison.Ordinal);
    }

    private Func<V1ConfigMap, CancellationToken, Task> Work(string name) => (_, _) =>
    {
        if (_failing.Contains(name, StringComparison.Ordinal))
            throw new InvalidOperationException(name);
        _done.Add(name);
        return Task.CompletedTask;
    };

    private Task<V1ConfigMap> StoredAsync(params string[] finalizers)
    {
        var map = Thing.Of("x");
        map.Metadata.Finalizers = finalizers;
        return _client.CreateAsync(map, null, Token);
    }

    private async Task<V1ConfigMap> DeletedAsync(params string[] finalizers)
    {
        var map = await StoredAsync(finalizers);
        map.Metadata.DeletionTimestamp = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        return map;
    }
}
