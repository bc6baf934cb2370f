using KubeBuilderNet.Caching;
using KubeBuilderNet.Client;
using Microsoft.Extensions.Logging.Abstractions;

namespace KubeBuilderNet.IntegrationTests.Caching;

/// <summary>A cache of metadata alone.</summary>
public abstract class MetadataOnlyTests(ServerFixture fixture)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Metadata_is_listed_watched_and_patched_under_the_objects_own_kind(bool streamed)
    {
        await fixture.Server.InstallAsync(Widget.Definition());
        var client = fixture.Server.CreateClient();
        var name = streamed ? "part-streamed" : "part-listed";
        var widget = Widget.Named(name);
        widget.Metadata.Labels = new Dictionary<string, string> { ["part"] = name };
        await client.CreateAsync(widget, cancellationToken: Token);

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var informer = new SharedInformer<PartialObjectMetadata<Widget>>(
            client, NullLogger.Instance, new() { LabelSelector = $"part={name}", StreamLists = streamed });
        var running = informer.RunAsync(stop.Token);
        await informer.WaitForSyncAsync(Token);
        // A paged list may come from a watch cache that hasn't heard of the object yet.
        await Eventually.True(() => informer.Lister.List().Count == 1);
        var part = Assert.Single(informer.Lister.List());
        Assert.Equal((name, "Widget", "tests.baihl.io/v1"), (part.Metadata.Name, part.Kind, part.ApiVersion));

        var patched = await client.PatchAsync<PartialObjectMetadata<Widget>>(
            ObjectKey.Of(part), Patch.Merge(new() { ["metadata"] = new System.Text.Json.Nodes.JsonObject { ["annotations"] = new System.Text.Json.Nodes.JsonObject { ["a"] = "b" } } }), cancellationToken: Token);
        await Eventually.True(() => informer.Lister.List() is [{ Metadata.Annotations: { } annotations }] && annotations["a"] == "b");
        Assert.Equal("b", patched.Metadata.Annotations["a"]);
        await Assert.ThrowsAsync<NotSupportedException>(() => client.UpdateAsync(patched, cancellationToken: Token));
        Assert.Equal("small", (await client.GetAsync<Widget>(ObjectKey.Of(part), Token)).Spec.Size);
        await stop.CancelAsync();
        await running;
    }
}

public sealed class MetadataOnlyOnKubernetesTests(KubernetesFixture fixture) : MetadataOnlyTests(fixture), IClassFixture<KubernetesFixture>;

public sealed class MetadataOnlyOnLateServerTests(CustomResourcesFixture fixture) : MetadataOnlyTests(fixture), IClassFixture<CustomResourcesFixture>;
