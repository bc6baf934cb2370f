using System.Text.Json.Nodes;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Errors;
using KubeBuilderNet.Client.Manifests;

namespace KubeBuilderNet.IntegrationTests;

public sealed class CustomResourceTests(CustomResourcesFixture fixture) : IClassFixture<CustomResourcesFixture>
{
    private readonly IClient _client = fixture.Server.CreateClient();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_custom_resource_comes_back_as_it_was_sent()
    {
        var widget = Widget.Named("round-trip", "large");
        (widget.Spec.Count, widget.Spec.Colour, widget.Spec.Interval) = (3, WidgetColour.Green, TimeSpan.FromMinutes(90));
        await _client.CreateAsync(widget, cancellationToken: Token);
        var read = await _client.GetAsync<Widget>(ObjectKey.Of(widget), Token);
        Assert.Equal(("large", 3, WidgetColour.Green, TimeSpan.FromMinutes(90)), (read.Spec.Size, read.Spec.Count, read.Spec.Colour, read.Spec.Interval));
    }

    [Fact]
    public async Task The_status_is_patched_and_the_spec_stays()
    {
        var widget = await _client.CreateAsync(Widget.Named("status"), cancellationToken: Token);
        await _client.PatchStatusAsync<Widget>(ObjectKey.Of(widget), new JsonObject { ["phase"] = "Ready" }, Token);
        var patched = await _client.GetAsync<Widget>(ObjectKey.Of(widget), Token);
        Assert.Equal(("Ready", "small"), (patched.Status?.Phase, patched.Spec.Size));

        patched.Status!.Phase = "Gone";
        patched.Spec.Size = "ignored";
        var updated = await _client.UpdateStatusAsync(patched, cancellationToken: Token);
        Assert.Equal(("Gone", "small"), (updated.Status?.Phase, updated.Spec.Size));

        patched.Status.Phase = "Applied";
        patched.Spec = null!;
        var applied = await _client.ApplyAsync(patched, new ApplyOptions { FieldManager = "test", Force = true, Subresource = "status" }, Token);
        Assert.Equal("Applied", applied.Status?.Phase);
    }

    [Fact]
    public async Task A_broken_rule_names_its_field()
    {
        var error = await Assert.ThrowsAsync<KubernetesApiException>(() => _client.CreateAsync(Widget.Named("broken", ""), cancellationToken: Token));
        Assert.Equal(StatusReason.Invalid, error.Reason);
        Assert.Contains(error.Causes, cause => cause.Field == "spec.size");
    }

    [Fact]
    public async Task A_manifest_is_applied_read_and_deleted_by_its_kind_alone()
    {
        using var rest = fixture.Server.CreateRestClient();
        var manifests = new ManifestClient(rest);
        var manifest = (JsonObject)JsonNode.Parse("""
            { "apiVersion": "tests.baihl.io/v1", "kind": "Widget", "metadata": { "name": "manifest" }, "spec": { "size": "m" } }
            """)!;
        await manifests.ApplyAsync(manifest, new ApplyOptions { FieldManager = "kbnet" }, Token);
        Assert.Equal("m", (string?)(await manifests.FindAsync(manifest, Token))?["spec"]?["size"]);
        Assert.True(await manifests.DeleteAsync(manifest, cancellationToken: Token));
        Assert.False(await manifests.DeleteAsync(manifest, cancellationToken: Token));
        manifest["kind"] = "Gadget";
        var error = await Assert.ThrowsAsync<KubernetesApiException>(() => manifests.ApplyAsync(manifest, new ApplyOptions { FieldManager = "kbnet" }, Token));
        Assert.True(error.IsNotFound);
    }

    [Fact]
    public async Task An_unreadable_object_harms_only_itself()
    {
        using var rest = fixture.Server.CreateRestClient();
        var bad = (JsonObject)JsonNode.Parse("""
            { "apiVersion": "tests.baihl.io/v1", "kind": "Widget", "metadata": { "name": "unreadable", "labels": { "test": "lenient" } },
              "spec": { "size": "m", "count": "three" } }
            """)!;
        await new ManifestClient(rest).ApplyAsync(bad, new ApplyOptions { FieldManager = "test" }, Token);
        var good = Widget.Named("readable");
        good.Metadata.Labels = new Dictionary<string, string> { ["test"] = "lenient" };
        await _client.CreateAsync(good, cancellationToken: Token);
        var list = await _client.ListAsync<Widget>(new ListOptions { LabelSelector = "test=lenient" }, Token);
        Assert.Equal("readable", Assert.Single(list.Items).Metadata.Name);
        var unreadable = Assert.Single(list.Unreadable);
        Assert.Equal(new ObjectKey("default", "unreadable"), unreadable.Key);
        Assert.Contains("count", unreadable.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_delete_with_the_wrong_uid_is_a_conflict()
    {
        var widget = await _client.CreateAsync(Widget.Named("precondition"), cancellationToken: Token);
        var error = await Assert.ThrowsAsync<KubernetesApiException>(() => _client.DeleteAsync(widget, new DeleteOptions { Uid = "another" }, Token));
        Assert.True(error.IsConflict);
        await _client.DeleteAsync(widget, new DeleteOptions { Uid = widget.Metadata.Uid, PropagationPolicy = "Background" }, Token);
    }
}
