using System.Text.Json.Nodes;
using k8s.Models;
using KubeBuilderNet.Caching;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Dynamic;
using KubeBuilderNet.IntegrationTests.Networks;
using Microsoft.Extensions.Logging.Abstractions;

namespace KubeBuilderNet.IntegrationTests.Caching;

/// <summary>Caches of a kind that no class describes and that is made while the program runs.</summary>
public abstract class DynamicInformerTests(ServerFixture fixture)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_kind_made_at_run_time_is_cached_whole_and_as_metadata(bool streamed)
    {
        var group = streamed ? "streamed.baihl.io" : "listed.baihl.io";
        var gadgets = new GroupVersionResource(group, "v1", "widgets");
        using var rest = fixture.Server.CreateRestClient();
        var factory = new SharedInformerFactory(new KubernetesApiClient(rest), NullLoggerFactory.Instance, ["default"], options: new CacheOptions()
            .For<Unstructured>(all => all.StreamLists = streamed)
            .For<Unstructured>(gadgets, static widgets => widgets.LabelSelector = "kept=yes"));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var running = factory.RunAsync(stop.Token);
        await fixture.Server.InstallAsync(Definition(group));

        var dynamic = new DynamicClient(rest);
        var resource = dynamic.Resource(gadgets);
        var first = await resource.CreateAsync(New(group, "first"), cancellationToken: Token);
        var informer = factory.Get(gadgets);
        var parts = factory.Get(dynamic.Metadata(gadgets));
        var heard = new LastVersions<Unstructured>();
        informer.AddHandler(heard);
        await informer.WaitForSyncAsync(Token);
        await parts.WaitForSyncAsync(Token);
        // A paged list may come from a watch cache that hasn't heard of the object yet.
        await Eventually.True(() => informer.Lister.List().Count == 1);
        Assert.Equal((3, group), (Assert.Single(informer.Lister.List()).Get<int>("spec", "count"), informer.Kind.Group));

        await resource.CreateAsync(New(group, "second"), cancellationToken: Token);
        await resource.CreateAsync(New(group, "other", "no"), cancellationToken: Token);
        var patched = await resource.PatchAsync(ObjectKey.Of(first), Patch.Merge(new JsonObject { ["spec"] = new JsonObject { ["count"] = 4 } }), cancellationToken: Token);
        await resource.DeleteAsync(new ObjectKey("default", "second"), cancellationToken: Token);
        await Eventually.True(() => parts.Lister.List().Select(static part => part.Metadata.Name).Order(StringComparer.Ordinal).SequenceEqual(["first", "other"]));
        await Eventually.True(() => heard.Versions.Count == 1 && heard.Versions["first"] == patched.Metadata.ResourceVersion);
        var cached = Assert.Single(informer.Lister.List());
        Assert.True(JsonNode.DeepEquals((await resource.GetAsync(ObjectKey.Of(first), cancellationToken: Token)).ToJson(), cached.ToJson()));
        Assert.Empty(heard.Misfits);
        await stop.CancelAsync();
        await running;
    }

    private static JsonObject Definition(string group) =>
        JsonNode.Parse(Widget.Definition().ToJsonString().Replace("tests.baihl.io", group, StringComparison.Ordinal))!.AsObject();

    private static Unstructured New(string group, string name, string kept = "yes")
    {
        var widget = new Unstructured(new GroupVersionKind(group, "v1", "Widget"))
        {
            Metadata = new V1ObjectMeta { Name = name, NamespaceProperty = "default", Labels = new Dictionary<string, string> { ["kept"] = kept } },
        };
        widget.Set("small", "spec", "size");
        widget.Set(3, "spec", "count");
        return widget;
    }
}

public sealed class DynamicInformerOnKubernetesTests(KubernetesFixture fixture) : DynamicInformerTests(fixture), IClassFixture<KubernetesFixture>;

public sealed class DynamicInformerOnLateServerTests(CustomResourcesFixture fixture) : DynamicInformerTests(fixture), IClassFixture<CustomResourcesFixture>;
