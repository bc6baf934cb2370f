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
    public async Task An_event_with_whole_second_times_is_accepted()
    {
        var time = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);
        var stored = await _client.CreateAsync(new Eventsv1Event
        {
            Metadata = new V1ObjectMeta { Name = "whole-second", NamespaceProperty = "default" },
            EventTime = time,
            Series = new Eventsv1EventSeries { Count = 2, LastObservedTime = time },
            Action = "Test",
            Reason = "Test",
            Type = "Normal",
            ReportingController = "tests.baihl.io/test",
            ReportingInstance = "one",
            Regarding = new V1ObjectReference { Kind = "Node", Name = "n", NamespaceProperty = "default" },
        }, cancellationToken: Token);
        Assert.Equal((time, time), (stored.EventTime, stored.Series.LastObservedTime));
    }

    [Fact]
    public async Task Quantities_and_ports_keep_their_value_and_spelling_as_the_server_does()
    {
        var key = new ObjectKey("default", "spelt");
        await _client.CreateAsync(new V1Service
        {
            Metadata = new V1ObjectMeta { Name = "spelt", NamespaceProperty = "default" },
            Spec = new V1ServiceSpec { Ports = [new V1ServicePort { Name = "a", Port = 80, TargetPort = 8080 }, new V1ServicePort { Name = "b", Port = 81, TargetPort = "web" }] },
        }, cancellationToken: Token);
        var read = await _client.GetAsync<V1Service>(key, Token);
        read.Metadata.Labels = new Dictionary<string, string> { ["touched"] = "yes" };
        var written = await _client.UpdateAsync(read, cancellationToken: Token);
        Assert.Equal(["8080", "web"], written.Spec.Ports.Select(port => port.TargetPort.Value));
        // Nothing but the label changed.
        Assert.Equal(read.Metadata.Generation, written.Metadata.Generation);

        var quota = await _client.CreateAsync(new V1ResourceQuota
        {
            Metadata = new V1ObjectMeta { Name = "spelt", NamespaceProperty = "default" },
            Spec = new V1ResourceQuotaSpec { Hard = new Dictionary<string, ResourceQuantity> { ["cpu"] = new("500e-3"), ["memory"] = new("1.5Gi") } },
        }, cancellationToken: Token);
        Assert.Equal((0.5m, 1610612736m), (quota.Spec.Hard["cpu"].ToDecimal(), quota.Spec.Hard["memory"].ToDecimal()));
        var negative = await Assert.ThrowsAsync<KubernetesApiException>(() => _client.CreateAsync(new V1ResourceQuota
        {
            Metadata = new V1ObjectMeta { Name = "negative", NamespaceProperty = "default" },
            Spec = new V1ResourceQuotaSpec { Hard = new Dictionary<string, ResourceQuantity> { ["cpu"] = new("-1"), ["memory"] = new("-1Gi") } },
        }, cancellationToken: Token));
        Assert.True(negative.IsInvalid);
        Assert.Contains("\"-1Gi\"", negative.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_collection_is_deleted_and_a_list_enumerated()
    {
        for (var i = 0; i < 5; i++)
        {
            var map = Map($"swept-{i}");
            map.Metadata.Labels = new Dictionary<string, string> { ["test"] = "swept" };
            await _client.CreateAsync(map, cancellationToken: Token);
        }
        var which = new ListOptions { Namespace = "default", LabelSelector = "test=swept", Limit = 2 };
        var names = new List<string>();
        await foreach (var map in _client.EnumerateAsync<V1ConfigMap>(which, Token))
            names.Add(map.Metadata.Name);
        Assert.Equal(["swept-0", "swept-1", "swept-2", "swept-3", "swept-4"], names.Order(StringComparer.Ordinal));
        await _client.DeleteCollectionAsync<V1ConfigMap>(which, cancellationToken: Token);
        Assert.Empty((await _client.ListAsync<V1ConfigMap>(which, Token)).Items);
        Assert.NotEmpty((await _client.ListAsync<V1ConfigMap>(new ListOptions { Namespace = "kube-system", ResourceVersion = "0", Timeout = TimeSpan.FromSeconds(5) }, Token)).ResourceVersion);
    }

    [Fact]
    public async Task Subresources_are_read_written_and_asked()
    {
        var key = new ObjectKey("default", "scaled");
        var labels = new Dictionary<string, string> { ["app"] = "scaled" };
        await _client.CreateAsync(new V1ReplicationController
        {
            Metadata = new V1ObjectMeta { Name = key.Name, NamespaceProperty = key.Namespace },
            Spec = new V1ReplicationControllerSpec
            {
                Replicas = 0,
                Selector = labels,
                Template = new V1PodTemplateSpec { Metadata = new V1ObjectMeta { Labels = labels }, Spec = new V1PodSpec { Containers = [new V1Container { Name = "c", Image = "i" }] } },
            },
        }, cancellationToken: Token);
        var scale = await _client.GetScaleAsync<V1ReplicationController>(key, Token);
        scale.Spec.Replicas = 1;
        Assert.Equal(1, (await _client.UpdateSubresourceAsync<V1ReplicationController, V1Scale>(key, "scale", scale, new WriteOptions { DryRun = true }, Token)).Spec.Replicas);
        Assert.Equal(2, (await _client.ScaleAsync<V1ReplicationController>(key, 2, new PatchOptions { DryRun = true }, Token)).Spec.Replicas);
        Assert.Equal(0, (await _client.GetScaleAsync<V1ReplicationController>(key, Token)).Spec.Replicas ?? 0);
        Assert.True((await Assert.ThrowsAsync<KubernetesApiException>(() => _client.GetScaleAsync<V1ConfigMap>(key, Token))).IsNotFound);

        await _client.CreateAsync(new V1ServiceAccount { Metadata = new V1ObjectMeta { Name = "asked", NamespaceProperty = "default" } }, cancellationToken: Token);
        var token = await _client.CreateSubresourceAsync<V1ServiceAccount, Authenticationv1TokenRequest, Authenticationv1TokenRequest>(new ObjectKey("default", "asked"), "token",
            new Authenticationv1TokenRequest { ApiVersion = "authentication.k8s.io/v1", Kind = "TokenRequest", Spec = new V1TokenRequestSpec { Audiences = [], ExpirationSeconds = 600 } }, cancellationToken: Token);
        Assert.Equal(3, token.Status.Token.Split('.').Length);
    }

    [Fact]
    public async Task Somebody_else_may_be_acted_as_with_all_groups_of_theirs()
    {
        var nobody = new Impersonation("bob") { Groups = ["dev", "ops"], Extra = new Dictionary<string, IReadOnlyList<string>> { ["acme.com/scopes"] = ["a", "b"] } };
        using var refused = fixture.Server.CreateRestClient(new RestClientOptions { Impersonate = nobody });
        var error = await Assert.ThrowsAsync<KubernetesApiException>(() => new KubernetesApiClient(refused).ListAsync<V1Node>(cancellationToken: Token));
        Assert.True(error.IsForbidden);
        Assert.Contains("\"bob\"", error.Message, StringComparison.Ordinal);
        // The right comes with the second group.
        using var allowed = fixture.Server.CreateRestClient(new RestClientOptions { Impersonate = nobody with { Groups = ["dev", "system:masters"] } });
        await new KubernetesApiClient(allowed).ListAsync<V1Node>(cancellationToken: Token);
    }

    [Fact]
    public async Task Options_of_writes_reach_the_server()
    {
        var map = Map("options");
        await _client.CreateAsync(map, new WriteOptions { DryRun = true }, Token);
        Assert.Null(await _client.FindAsync<V1ConfigMap>(ObjectKey.Of(map), Token));
        var created = await _client.CreateAsync(map, new WriteOptions { FieldManager = "its-owner" }, Token);
        Assert.Equal("its-owner", Assert.Single(created.Metadata.ManagedFields).Manager);
        await _client.DeleteAsync<V1ConfigMap>(ObjectKey.Of(map), new DeleteOptions { DryRun = true }, Token);
        await _client.PatchAsync<V1ConfigMap>(ObjectKey.Of(map), Patch.Merge(new JsonObject { ["data"] = null }), new PatchOptions { DryRun = true }, Token);
        Assert.NotNull((await _client.GetAsync<V1ConfigMap>(ObjectKey.Of(map), Token)).Data);
        Assert.True((await Assert.ThrowsAsync<KubernetesApiException>(() => _client.DeleteAsync<V1ConfigMap>(ObjectKey.Of(map), new DeleteOptions { ResourceVersion = "1" }, Token))).IsConflict);
        await _client.DeleteAsync<V1ConfigMap>(ObjectKey.Of(map), new DeleteOptions { PropagationPolicy = "Background", GracePeriodSeconds = 0 }, Token);
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
