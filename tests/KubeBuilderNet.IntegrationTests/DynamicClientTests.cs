using System.Text.Json.Nodes;
using k8s.Models;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Applying;
using KubeBuilderNet.Client.Discovery;
using KubeBuilderNet.Client.Dynamic;
using KubeBuilderNet.Client.Errors;
using KubeBuilderNet.Client.Rest;
using KubeBuilderNet.Client.Watching;

namespace KubeBuilderNet.IntegrationTests;

/// <summary>Every verb without a class, on an old server and on a new one.</summary>
public abstract class DynamicClientTests(ServerFixture fixture, string name) : IDisposable
{
    private static readonly GroupVersionResource Widgets = new("tests.baihl.io", "v1", "widgets");
    private readonly RestClient _rest = fixture.Server.CreateRestClient();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ResourceClient<Unstructured> Resource => new DynamicClient(_rest).Resource(Widgets);

    public void Dispose()
    {
        _rest.Dispose();
        GC.SuppressFinalize(this);
    }

    private Unstructured New(string suffix, int count = 1)
    {
        var widget = new Unstructured(new GroupVersionKind("tests.baihl.io", "v1", "Widget"));
        widget.Metadata = new V1ObjectMeta { Name = $"{name}-{suffix}", NamespaceProperty = "default", Labels = new Dictionary<string, string> { ["test"] = $"{name}-{suffix}" } };
        widget.Set("small", "spec", "size");
        widget.Set(count, "spec", "count");
        return widget;
    }

    [Fact]
    public async Task An_object_is_created_read_updated_patched_applied_and_deleted()
    {
        var created = await Resource.CreateAsync(New("crud"), cancellationToken: Token);
        var key = ObjectKey.Of(created);
        created.Set(2, "spec", "count");
        var updated = await Resource.UpdateAsync(created, new WriteOptions { FieldManager = "tests" }, Token);
        Assert.Equal(2, updated.Get<int>("spec", "count"));
        Assert.True((await Assert.ThrowsAsync<KubernetesApiException>(() => Resource.UpdateAsync(created, cancellationToken: Token))).IsConflict);

        updated.Set("Ready", "status", "phase");
        var status = await Resource.UpdateStatusAsync(updated, cancellationToken: Token);
        Assert.Equal("Ready", status.Get<string>("status", "phase"));
        var merged = await Resource.PatchAsync(key, Patch.Merge(new JsonObject { ["spec"] = new JsonObject { ["count"] = 3 } }), cancellationToken: Token);
        Assert.Equal((3, "Ready"), (merged.Get<int>("spec", "count"), merged.Get<string>("status", "phase")));
        var patched = await Resource.PatchAsync(key, Patch.Json([new JsonObject { ["op"] = "replace", ["path"] = "/spec/count", ["value"] = 4 }]), cancellationToken: Token);
        Assert.Equal(4, patched.Get<int>("spec", "count"));
        var applied = await Resource.ApplyAsync(New("crud", 5), new ApplyOptions { FieldManager = "applier", Force = true }, Token);
        Assert.Equal((5, 5), (applied.Get<int>("spec", "count"), (await Resource.GetAsync(key, new GetOptions { ResourceVersion = "0" }, Token)).Get<int>("spec", "count")));

        var dry = New("crud", 6);
        dry.Metadata.ResourceVersion = applied.Metadata.ResourceVersion;
        Assert.Equal(6, (await Resource.UpdateAsync(dry, new WriteOptions { DryRun = true }, Token)).Get<int>("spec", "count"));
        Assert.Equal(5, (await Resource.GetAsync(key, cancellationToken: Token)).Get<int>("spec", "count"));
        Assert.True((await Assert.ThrowsAsync<KubernetesApiException>(() => Resource.DeleteAsync(key, new DeleteOptions { Uid = "another" }, Token))).IsConflict);
        await Resource.DeleteAsync(key, new DeleteOptions { Uid = applied.Metadata.Uid, ResourceVersion = applied.Metadata.ResourceVersion }, Token);
        Assert.Null(await Resource.FindAsync(key, cancellationToken: Token));
    }

    [Fact]
    public async Task What_a_manager_applied_is_extracted_changed_and_applied_again()
    {
        var mine = New("owned");
        mine.Set("mine", "spec", "note");
        await Resource.ApplyAsync(mine, new ApplyOptions { FieldManager = "me" }, Token);
        var theirs = new Unstructured(mine.GroupVersionKind) { Metadata = new V1ObjectMeta { Name = mine.Metadata.Name, NamespaceProperty = "default" } };
        theirs.Set("theirs", "spec", "other");
        theirs.Set("small", "spec", "size");
        var both = await Resource.ApplyAsync(theirs, new ApplyOptions { FieldManager = "them" }, Token);

        var owned = both.ExtractOwned("me")!;
        Assert.True(JsonNode.DeepEquals(mine.ToJson(), owned.ToJson()), owned.ToJson().ToJsonString());
        owned.Remove("spec", "note");
        var changed = await Resource.ApplyAsync(owned, new ApplyOptions { FieldManager = "me" }, Token);
        Assert.Equal((null, "theirs"), (changed.Get<string>("spec", "note"), changed.Get<string>("spec", "other")));
    }

    [Fact]
    public async Task A_list_comes_page_by_page_and_a_collection_is_deleted_by_its_labels()
    {
        for (var i = 0; i < 5; i++)
        {
            var widget = New("all", i);
            (widget.Metadata.Name, widget.Metadata.GenerateName) = (null, $"{name}-all-");
            await Resource.CreateAsync(widget, cancellationToken: Token);
        }
        var which = new ListOptions { Namespace = "default", LabelSelector = $"test={name}-all", Limit = 2 };
        var counts = new List<int>();
        await foreach (var widget in Resource.EnumerateAsync(which, Token))
        {
            Assert.Equal("tests.baihl.io/v1, Kind=Widget", widget.GroupVersionKind.ToString());
            counts.Add(widget.Get<int>("spec", "count"));
        }
        Assert.Equal([0, 1, 2, 3, 4], counts.Order());
        await Resource.DeleteCollectionAsync(which, new DeleteOptions { DryRun = true }, Token);
        Assert.Equal(5, (await Resource.ListAsync(which, Token)).Items.Count);
        await Resource.DeleteCollectionAsync(which, cancellationToken: Token);
        Assert.Empty((await Resource.ListAsync(which, Token)).Items);
    }

    [Fact]
    public async Task A_watch_tells_each_change()
    {
        var version = (await Resource.ListAsync(new ListOptions { Namespace = "default" }, Token)).ResourceVersion;
        var created = await Resource.CreateAsync(New("watched"), cancellationToken: Token);
        await Resource.PatchAsync(ObjectKey.Of(created), Patch.Merge(new JsonObject { ["spec"] = new JsonObject { ["count"] = 2 } }), cancellationToken: Token);
        await Resource.DeleteAsync(ObjectKey.Of(created), cancellationToken: Token);
        var seen = new List<(WatchChangeType, int)>();
        await foreach (var change in Resource.WatchAsync(new WatchOptions { Namespace = "default", LabelSelector = $"test={name}-watched", ResourceVersion = version }, Token))
        {
            seen.Add((change.Type, change.Resource!.Get<int>("spec", "count")));
            if (change.Type == WatchChangeType.Deleted)
                break;
        }
        Assert.Equal([(WatchChangeType.Added, 1), (WatchChangeType.Modified, 2), (WatchChangeType.Deleted, 2)], seen);
    }

    [Fact]
    public async Task The_kind_is_found_by_every_name_that_it_has()
    {
        var mapper = new RestMapper(_rest);
        var widget = await mapper.FindAsync(new GroupVersionKind("tests.baihl.io", "v1", "Widget"), Token);
        Assert.Equal((Widgets, ResourceScope.Namespaced), (widget.Resource, widget.Scope));
        Assert.Equal(widget, await mapper.FindAsync(Widgets, Token));
        await Eventually.True(async () => (await mapper.Discovery.GetResourcesAsync(refresh: true, Token)).Version("tests.baihl.io", "v1") is { Resources.Count: > 0 });
        Assert.Equal(widget, await mapper.FindKindAsync("Widget", cancellationToken: Token));
        Assert.Equal(widget, await mapper.FindNamedAsync("widgets.tests.baihl.io", Token));
        var found = (await mapper.Discovery.GetResourcesAsync(cancellationToken: Token)).All.Single(resource => resource.Definition == widget);
        Assert.Equal("create,delete,deletecollection,get,list,patch,update,watch", string.Join(',', found.Verbs.Order(StringComparer.Ordinal)));
        Assert.Equal(["status"], found.Subresources.Select(below => below.Name));
    }

    [Fact]
    public async Task An_installed_kind_is_found_after_it_was_missing()
    {
        var mapper = new RestMapper(_rest);
        var kind = new GroupVersionKind($"{name}.tests.baihl.io", "v1", "Gadget");
        Assert.True((await Assert.ThrowsAsync<KubernetesApiException>(() => mapper.FindAsync(kind, Token))).IsNotFound);
        Assert.True((await Assert.ThrowsAsync<KubernetesApiException>(() => mapper.FindKindAsync("Gadget", cancellationToken: Token))).IsNotFound);
        var definition = JsonNode.Parse(Widget.Definition().ToJsonString().Replace("tests.baihl.io", $"{name}.tests.baihl.io", StringComparison.Ordinal)
            .Replace("widget", "gadget", StringComparison.Ordinal).Replace("Widget", "Gadget", StringComparison.Ordinal))!.AsObject();
        definition["spec"]!["versions"]![0]!["subresources"]!["scale"] = new JsonObject { ["specReplicasPath"] = ".spec.replicas", ["statusReplicasPath"] = ".status.replicas" };
        await fixture.Server.InstallAsync(definition);
        var gadgets = new DynamicClient(_rest).Resource(await mapper.FindAsync(kind, Token));

        var gadget = new Unstructured(kind);
        (gadget.Metadata.Name, gadget.Metadata.NamespaceProperty) = ("g", "default");
        gadget.Set("small", "spec", "size");
        gadget.Set(1, "spec", "replicas");
        var key = ObjectKey.Of(await gadgets.CreateAsync(gadget, cancellationToken: Token));
        var scale = await gadgets.GetScaleAsync(key, Token);
        Assert.Equal(1, scale.Spec.Replicas);
        scale.Spec.Replicas = 2;
        Assert.Equal(2, (await gadgets.UpdateSubresourceAsync(key, "scale", scale, cancellationToken: Token)).Spec.Replicas);
        Assert.Equal(3, (await gadgets.ScaleAsync(key, 3, cancellationToken: Token)).Spec.Replicas);
        Assert.Equal(3, (await gadgets.GetAsync(key, cancellationToken: Token)).Get<int>("spec", "replicas"));
    }

    [Fact]
    public async Task The_server_says_what_it_is() =>
        Assert.NotEmpty((await new DiscoveryClient(_rest).GetServerVersionAsync(Token)).GitVersion);
}

public sealed class DynamicClientOnOldServerTests(KubernetesFixture fixture) : DynamicClientTests(fixture, "old"), IClassFixture<KubernetesFixture>, IAsyncLifetime
{
    private readonly KubernetesFixture _fixture = fixture;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _fixture.Server.InstallAsync(Widget.Definition());

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_server_without_aggregated_discovery_is_asked_version_by_version()
    {
        using var rest = _fixture.Server.CreateRestClient();
        var mapper = new RestMapper(rest);
        Assert.Equal("apps/v1, Resource=deployments", (await mapper.FindNamedAsync("deploy", Token)).Resource.ToString());
        Assert.Equal("v1, Resource=pods", (await mapper.FindNamedAsync("pod", Token)).Resource.ToString());
        Assert.Equal(ResourceScope.Cluster, (await mapper.FindKindAsync("Node", cancellationToken: Token)).Scope);
        Assert.Contains("scale", (await mapper.Discovery.GetVersionAsync("apps", "v1", cancellationToken: Token)).Resources.Single(resource => resource.IsNamed("deployments")).Subresources.Select(below => below.Name));
        var error = await Assert.ThrowsAsync<AmbiguousNameException>(() => mapper.FindKindAsync("Event", cancellationToken: Token));
        Assert.Equal(["v1, Kind=Event", "events.k8s.io/v1, Kind=Event"], error.Candidates.Select(candidate => candidate.Kind.ToString()));
        Assert.True((await Assert.ThrowsAsync<KubernetesApiException>(() => mapper.Discovery.GetOpenApiPathsAsync(Token))).IsNotFound);
    }
}

public sealed class DynamicClientOnNewServerTests(CustomResourcesFixture fixture) : DynamicClientTests(fixture, "new"), IClassFixture<CustomResourcesFixture>
{
    private readonly CustomResourcesFixture _fixture = fixture;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Aggregated_discovery_and_schemas_are_read()
    {
        var requests = 0;
        using var rest = _fixture.Server.CreateRestClient(new RestClientOptions { Answered = (_, _) => Interlocked.Increment(ref requests) });
        var discovery = new DiscoveryClient(rest);
        Assert.NotNull((await discovery.GetResourcesAsync(cancellationToken: Token)).Group("apiextensions.k8s.io"));
        Assert.Equal(2, requests);
        await Eventually.True(async () => (await discovery.GetOpenApiPathsAsync(Token)).ContainsKey("apis/tests.baihl.io/v1"));
        var schemas = (await discovery.GetOpenApiAsync("tests.baihl.io", "v1", Token))["components"]!["schemas"]!.AsObject();
        Assert.Contains(schemas, schema => schema.Key.EndsWith("Widget", StringComparison.Ordinal));
    }
}
