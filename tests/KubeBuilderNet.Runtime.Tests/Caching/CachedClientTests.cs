using k8s.Models;
using KubeBuilderNet.Caching;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Errors;
using KubeBuilderNet.Finalizers;
using Microsoft.Extensions.Logging.Abstractions;

namespace KubeBuilderNet.Runtime.Tests.Caching;

/// <summary>The manager's client: reads from caches that it makes itself, writes to the server.</summary>
public sealed class CachedClientTests : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private readonly MemoryClient _server = new();
    private readonly SteadyTime _time = new();
    private readonly CacheOptions _options = new();
    private readonly SharedInformerFactory _informers;
    private readonly CachedClient _client;
    private readonly Task _running;

    public CachedClientTests()
    {
        _informers = new SharedInformerFactory(_server, NullLoggerFactory.Instance, null, _time, _options);
        _client = new CachedClient(_server, _informers, TimeSpan.FromSeconds(30), _time);
        _running = _informers.RunAsync(_stop.Token);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    [Fact]
    public async Task The_first_read_of_a_kind_fills_its_cache_and_later_ones_ask_nobody()
    {
        await CreateAsync("a");
        Assert.Empty(_informers.Informers);
        var read = await _client.GetAsync<V1ConfigMap>(Thing.Key("a"), Token);
        _ = await _client.GetAsync<V1ConfigMap>(Thing.Key("a"), Token);
        _ = await _client.ListAsync<V1ConfigMap>(null, Token);
        Assert.Equal("a", read.Metadata.Name);
        Assert.Equal(["create ConfigMap default/a", "list ConfigMap"], _server.Requests);
    }

    [Fact]
    public async Task What_it_hands_out_is_the_callers_own()
    {
        await CreateAsync("a");
        (await _client.GetAsync<V1ConfigMap>(Thing.Key("a"), Token)).Metadata.Labels = new Dictionary<string, string> { ["mine"] = "1" };
        (await _client.ListAsync<V1ConfigMap>(null, Token)).Items[0].Metadata.Labels = new Dictionary<string, string> { ["mine"] = "1" };
        Assert.Null((await _client.GetAsync<V1ConfigMap>(Thing.Key("a"), Token)).Metadata.Labels);
    }

    [Fact]
    public async Task A_finalizer_that_meets_a_conflict_is_tried_again_with_what_the_server_has()
    {
        await CreateAsync("a");
        var stale = await _client.GetAsync<V1ConfigMap>(Thing.Key("a"), Token);
        _server.Fault = static request => request.StartsWith("watch", StringComparison.Ordinal) ? new IOException("cut") : null;
        await _server.PatchAsync<V1ConfigMap>(Thing.Key("a"), Patch.Merge(new() { ["data"] = new System.Text.Json.Nodes.JsonObject { ["x"] = "1" } }), null, Token);
        Assert.Equal(["example.com/a"], (await _client.EnsureFinalizerAsync(stale, "example.com/a", Token)).Metadata.Finalizers);
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        var missing = await Assert.ThrowsAsync<KubernetesApiException>(() => _client.GetAsync<V1ConfigMap>(Thing.Key("b"), Token));
        Assert.True(missing.IsNotFound);
        Assert.Equal("configmaps \"b\" not found in the cache", missing.Status.Message);
        Assert.Null(await _client.FindAsync<V1ConfigMap>(Thing.Key("b"), Token));
    }

    [Fact]
    public async Task Live_reads_ask_the_server_and_kinds_may_always_be_read_so()
    {
        _options.ReadLive<V1Secret>();
        await CreateAsync("a");
        Assert.NotNull(await _client.Live.FindAsync<V1ConfigMap>(Thing.Key("a"), Token));
        Assert.Null(await _client.FindAsync<V1Secret>(Thing.Key("a"), Token));
        Assert.Empty((await _client.ListAsync<V1Secret>(null, Token)).Items);
        Assert.Empty(_informers.Informers);
        Assert.Equal(["get ConfigMap default/a", "get Secret default/a", "list Secret"], _server.Requests.Skip(1));
    }

    [Fact]
    public async Task A_list_is_chosen_by_namespace_labels_and_indexed_fields()
    {
        await CreateAsync("a", labels: "web");
        await CreateAsync("b", labels: "db");
        await CreateAsync("a", "other", "web");
        _informers.Get<V1ConfigMap>().AddIndex("tier", static map => [map.Metadata.Labels["tier"]]);
        Assert.Equal(["default/a", "other/a"], await KeysAsync(new ListOptions { LabelSelector = "tier in (web,x)" }));
        Assert.Equal(["default/a", "default/b"], await KeysAsync(new ListOptions { Namespace = "default" }));
        Assert.Equal(["default/a", "other/a"], await KeysAsync(new ListOptions { FieldSelector = "metadata.name=a" }));
        Assert.Equal(["other/a"], await KeysAsync(new ListOptions { FieldSelector = "tier==web,metadata.namespace=other" }));
        Assert.Equal(["default/b"], await KeysAsync(new ListOptions { Namespace = "default", FieldSelector = "tier=db" }));
    }

    [Theory]
    [InlineData("spec.nodeName=a", "A cache finds by the field 'spec.nodeName' only with an index of this name: add it with AddIndex, or read Live.")]
    [InlineData("metadata.name!=a", "A cache finds by fields that are equal, as in spec.nodeName=a, not by 'metadata.name!=a': read Live.")]
    public async Task What_a_cache_can_not_find_by_is_said(string fields, string message)
    {
        var refusal = await Assert.ThrowsAsync<NotSupportedException>(() => KeysAsync(new ListOptions { FieldSelector = fields }));
        Assert.StartsWith(message, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cache_has_no_versions()
    {
        var refusal = await Assert.ThrowsAsync<NotSupportedException>(() => KeysAsync(new ListOptions { ResourceVersion = "0" }));
        Assert.Contains("read Live", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cache_that_can_not_be_filled_says_why_in_time()
    {
        _server.Fault = static request => request.StartsWith("list", StringComparison.Ordinal) ? MemoryClient.Refusal("Forbidden", 403) : null;
        var read = _client.GetAsync<V1ConfigMap>(Thing.Key("a"), Token);
        await Eventually.True(() => read.IsCompleted, _time);
        var late = await Assert.ThrowsAsync<TimeoutException>(() => read);
        Assert.StartsWith("The cache of ConfigMap was not filled within 30 s: Forbidden", late.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_waits_for_its_own_write_reads_it_next()
    {
        _ = await _client.FindAsync<V1ConfigMap>(Thing.Key("a"), Token);
        for (var round = 0; round < 50; round++)
        {
            var written = round == 0 ? await CreateAsync("a") : await _client.PatchAsync<V1ConfigMap>(Thing.Key("a"), Data(round), null, Token);
            await _client.WaitForCacheAsync(written, Token);
            Assert.Equal(written.Metadata.ResourceVersion, (await _client.GetAsync<V1ConfigMap>(Thing.Key("a"), Token)).Metadata.ResourceVersion);
        }
    }

    [Fact]
    public async Task A_write_that_was_undone_is_seen_too()
    {
        var first = await CreateAsync("a");
        await _client.WaitForCacheAsync(first, Token);
        var written = await _client.PatchAsync<V1ConfigMap>(Thing.Key("a"), Data(1), null, Token);
        await _client.DeleteAsync<V1ConfigMap>(Thing.Key("a"), null, Token);
        await _client.WaitForCacheAsync(written, Token);
        await _client.WaitForCacheAsync<V1ConfigMap>(Thing.Key("a"), static map => map is null, Token);
        Assert.Null(await _client.FindAsync<V1ConfigMap>(Thing.Key("a"), Token));
    }

    [Fact]
    public async Task A_write_that_was_undone_before_anybody_looked_is_not_waited_for()
    {
        var written = await CreateAsync("a");
        await _client.DeleteAsync<V1ConfigMap>(Thing.Key("a"), null, Token);
        Assert.Null(await _client.FindAsync<V1ConfigMap>(Thing.Key("a"), Token));
        var waiting = _client.WaitForCacheAsync(written, Token);
        await Eventually.True(() => waiting.IsCompleted, _time, TimeSpan.FromMilliseconds(20));
        await waiting;
        Assert.Contains("get ConfigMap default/a", _server.Requests);
    }

    [Fact]
    public async Task An_older_object_that_goes_is_not_the_new_one()
    {
        var old = await CreateAsync("a");
        await _client.WaitForCacheAsync(old, Token);
        await _client.DeleteAsync<V1ConfigMap>(Thing.Key("a"), null, Token);
        var next = await CreateAsync("a");
        await _client.WaitForCacheAsync(next, Token);
        Assert.Equal(next.Metadata.Uid, (await _client.GetAsync<V1ConfigMap>(Thing.Key("a"), Token)).Metadata.Uid);
    }

    [Fact]
    public async Task A_wait_ends_when_told_to_and_when_its_question_fails()
    {
        using var stop = new CancellationTokenSource();
        var waiting = _client.WaitForCacheAsync<V1ConfigMap>(Thing.Key("a"), static map => map is not null, stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await Assert.ThrowsAsync<FormatException>(() => _client.WaitForCacheAsync<V1ConfigMap>(Thing.Key("a"), static _ => throw new FormatException(), Token));
        await CreateAsync("a");
        await _client.WaitForCacheAsync<V1ConfigMap>(Thing.Key("a"), static map => map is not null, Token);
    }

    [Fact]
    public async Task A_wait_for_what_the_cache_never_sees_ends_in_time()
    {
        var waiting = _client.WaitForCacheAsync<V1ConfigMap>(Thing.Key("elsewhere"), static map => map is not null, Token);
        await Eventually.True(() => waiting.IsCompleted, _time);
        var late = await Assert.ThrowsAsync<TimeoutException>(() => waiting);
        Assert.StartsWith("The cache did not see ConfigMap default/elsewhere as it was waited for within 30 s", late.Message, StringComparison.Ordinal);
    }

    private static Patch Data(int round) => Patch.Merge(new() { ["data"] = new System.Text.Json.Nodes.JsonObject { ["round"] = $"{round}" } });

    private Task<V1ConfigMap> CreateAsync(string name, string @namespace = "default", string? labels = null) => _client.CreateAsync(new V1ConfigMap
    {
        Metadata = new V1ObjectMeta
        {
            Name = name,
            NamespaceProperty = @namespace,
            Labels = labels is null ? null : new Dictionary<string, string> { ["tier"] = labels },
        },
    }, null, Token);

    private async Task<IEnumerable<string>> KeysAsync(ListOptions options) =>
        (await _client.ListAsync<V1ConfigMap>(options, Token)).Items.Select(static map => ObjectKey.Of(map).ToString()).Order(StringComparer.Ordinal);
}
