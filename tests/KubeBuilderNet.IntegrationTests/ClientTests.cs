using System.Text.Json.Nodes;
using k8s.Models;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Errors;
using KubeBuilderNet.Client.Rest;
using KubeBuilderNet.Client.Watching;
using KubeBuilderNet.Finalizers;

namespace KubeBuilderNet.IntegrationTests;

public sealed class KubernetesClientTests(KubernetesFixture fixture) : IClassFixture<KubernetesFixture>
{
    private readonly IClient _client = fixture.Server.CreateClient();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static V1ConfigMap Map(string name, string value = "1") => new()
    {
        Metadata = new V1ObjectMeta { Name = name, NamespaceProperty = "default" },
        Data = new Dictionary<string, string> { ["key"] = value },
    };

    [Fact]
    public async Task An_object_is_created_read_updated_patched_and_deleted()
    {
        var key = new ObjectKey("default", "crud");
        var created = await _client.CreateAsync(Map("crud"), cancellationToken: Token);
        Assert.NotEmpty(created.Metadata.Uid);

        created.Data["key"] = "2";
        await _client.UpdateAsync(created, cancellationToken: Token);
        Assert.Equal("2", (await _client.GetAsync<V1ConfigMap>(key, Token)).Data["key"]);

        var merged = await _client.PatchAsync<V1ConfigMap>(key, Patch.Merge(new JsonObject { ["data"] = new JsonObject { ["key"] = "3" } }), cancellationToken: Token);
        Assert.Equal("3", merged.Data["key"]);
        var patched = await _client.PatchAsync<V1ConfigMap>(key,
            Patch.Json([new JsonObject { ["op"] = "replace", ["path"] = "/data/key", ["value"] = "4" }]), cancellationToken: Token);
        Assert.Equal("4", patched.Data["key"]);
        var strategic = await _client.PatchAsync<V1ConfigMap>(key,
            Patch.StrategicMerge(new JsonObject { ["data"] = new JsonObject { ["other"] = "5" } }), cancellationToken: Token);
        Assert.Equal(("4", "5"), (strategic.Data["key"], strategic.Data["other"]));

        await _client.DeleteAsync<V1ConfigMap>(key, cancellationToken: Token);
        Assert.Null(await _client.FindAsync<V1ConfigMap>(key, Token));
    }

    [Fact]
    public async Task An_update_of_an_old_version_is_a_conflict()
    {
        var first = await _client.CreateAsync(Map("conflict"), cancellationToken: Token);
        await _client.UpdateAsync(Map("conflict", "2"), cancellationToken: Token);
        first.Data["key"] = "3";
        var error = await Assert.ThrowsAsync<KubernetesApiException>(() => _client.UpdateAsync(first, cancellationToken: Token));
        Assert.True(error.IsConflict);
    }

    [Fact]
    public async Task Refusals_have_their_reasons()
    {
        var missing = await Assert.ThrowsAsync<KubernetesApiException>(() => _client.GetAsync<V1ConfigMap>(new ObjectKey("default", "none"), Token));
        Assert.Equal(StatusReason.NotFound, missing.Reason);
        await _client.CreateAsync(Map("twice"), cancellationToken: Token);
        var twice = await Assert.ThrowsAsync<KubernetesApiException>(() => _client.CreateAsync(Map("twice"), cancellationToken: Token));
        Assert.True(twice.IsAlreadyExists);
        var invalid = await Assert.ThrowsAsync<KubernetesApiException>(() => _client.CreateAsync(Map("Not A Name"), cancellationToken: Token));
        Assert.Equal(StatusReason.Invalid, invalid.Reason);
        Assert.Equal("metadata.name", Assert.Single(invalid.Causes).Field);
    }

    [Fact]
    public async Task Applying_as_another_manager_conflicts_until_it_is_forced()
    {
        await _client.ApplyAsync(Map("applied"), new ApplyOptions { FieldManager = "one" }, Token);
        var other = new ApplyOptions { FieldManager = "two" };
        var error = await Assert.ThrowsAsync<KubernetesApiException>(() => _client.ApplyAsync(Map("applied", "2"), other, Token));
        Assert.True(error.IsConflict);
        var forced = await _client.ApplyAsync(Map("applied", "2"), other with { Force = true }, Token);
        Assert.Equal("2", forced.Data["key"]);
    }

    [Fact]
    public async Task A_list_comes_in_pages_and_its_items_say_their_kind()
    {
        for (var i = 0; i < 7; i++)
        {
            var map = Map($"page-{i}");
            map.Metadata.Labels = new Dictionary<string, string> { ["test"] = "pages" };
            await _client.CreateAsync(map, cancellationToken: Token);
        }
        var options = new ListOptions { Namespace = "default", LabelSelector = "test=pages", Limit = 3 };
        var sizes = new List<int>();
        await foreach (var page in _client.ListPagesAsync<V1ConfigMap>(options, Token))
            sizes.Add(page.Items.Count);
        Assert.Equal([3, 3, 1], sizes);
        var all = await _client.ListAsync<V1ConfigMap>(options, Token);
        Assert.Equal(7, all.Items.Count);
        Assert.All(all.Items, item => Assert.Equal(("v1", "ConfigMap"), (item.ApiVersion, item.Kind)));
    }

    [Fact]
    public async Task A_lease_with_whole_second_times_is_accepted()
    {
        var time = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);
        var lease = new V1Lease
        {
            Metadata = new V1ObjectMeta { Name = "whole-second", NamespaceProperty = "default" },
            Spec = new V1LeaseSpec { HolderIdentity = "me", AcquireTime = time, RenewTime = time },
        };
        var stored = await _client.CreateAsync(lease, cancellationToken: Token);
        Assert.Equal(time, stored.Spec.RenewTime);
    }

    [Fact]
    public async Task A_watch_from_a_version_tells_what_came_after_it()
    {
        var version = (await _client.ListAsync<V1ConfigMap>(cancellationToken: Token)).ResourceVersion;
        await _client.CreateAsync(Map("watched"), cancellationToken: Token);
        await _client.UpdateAsync(Map("watched", "2"), cancellationToken: Token);
        await _client.DeleteAsync<V1ConfigMap>(new ObjectKey("default", "watched"), cancellationToken: Token);
        var seen = new List<WatchChangeType>();
        var options = new WatchOptions { Namespace = "default", FieldSelector = "metadata.name=watched", ResourceVersion = version };
        await foreach (var change in _client.WatchAsync<V1ConfigMap>(options, Token))
        {
            seen.Add(change.Type);
            if (change.Type == WatchChangeType.Deleted)
                break;
        }
        Assert.Equal([WatchChangeType.Added, WatchChangeType.Modified, WatchChangeType.Deleted], seen);
    }

    [Fact]
    public async Task A_finalizer_of_another_party_is_kept()
    {
        var created = await _client.CreateAsync(Map("finalized"), cancellationToken: Token);
        await _client.EnsureFinalizerAsync(created, "tests.baihl.io/theirs", Token);
        // From the first state, in which the other finalizer isn't seen.
        var both = await _client.EnsureFinalizerAsync(created, "tests.baihl.io/ours", Token);
        Assert.Equal(["tests.baihl.io/theirs", "tests.baihl.io/ours"], both.Metadata.Finalizers);

        await _client.DeleteAsync(both, cancellationToken: Token);
        Assert.True((await _client.GetAsync<V1ConfigMap>(ObjectKey.Of(both), Token)).IsBeingDeleted());
        var one = await _client.RemoveFinalizerAsync(both, "tests.baihl.io/ours", Token);
        Assert.Equal(["tests.baihl.io/theirs"], one.Metadata.Finalizers);
        await _client.RemoveFinalizerAsync(one, "tests.baihl.io/theirs", Token);
        Assert.Null(await _client.FindAsync<V1ConfigMap>(ObjectKey.Of(both), Token));
        Assert.Same(one, await _client.RemoveFinalizerAsync(one, "tests.baihl.io/theirs", Token));
    }

    [Fact]
    public async Task A_named_port_survives_reading_and_applying()
    {
        var manifest = new JsonObject
        {
            ["apiVersion"] = "v1",
            ["kind"] = "Service",
            ["metadata"] = new JsonObject { ["name"] = "ports", ["namespace"] = "default" },
            ["spec"] = new JsonObject { ["ports"] = new JsonArray(new JsonObject { ["port"] = 80, ["protocol"] = "TCP", ["targetPort"] = "http" }) }
        };
        using var rest = fixture.Server.CreateRestClient();
        await new Client.Manifests.ManifestClient(rest).ApplyAsync(manifest, new ApplyOptions { FieldManager = "test" }, Token);
        var service = await _client.GetAsync<V1Service>(new ObjectKey("default", "ports"), Token);
        Assert.Equal("http", service.Spec.Ports[0].TargetPort);
        var again = await _client.ApplyAsync(service, new ApplyOptions { FieldManager = "other", Force = true }, Token);
        Assert.Equal("http", again.Spec.Ports[0].TargetPort);
    }

    [Fact]
    public async Task Wrong_credentials_are_unauthorized()
    {
        var configuration = fixture.Server.Configuration;
        configuration.AccessToken = "wrong";
        using var rest = new RestClient(configuration);
        var error = await Assert.ThrowsAsync<KubernetesApiException>(() => new KubernetesApiClient(rest).ListAsync<V1Pod>(cancellationToken: Token));
        Assert.Equal(StatusReason.Unauthorized, error.Reason);
    }
}
