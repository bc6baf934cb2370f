using System.Collections.Concurrent;
using KubeBuilderNet.Caching;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Rest;
using KubeBuilderNet.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace KubeBuilderNet.IntegrationTests;

public sealed class InformerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_cache_is_true_again_after_the_server_was_killed(bool compacted)
    {
        Assert.SkipWhen(ApiServer.SkipReason is not null, ApiServer.SkipReason ?? "");
        await using var server = await ApiServer.StartAsync(new ApiServerOptions { Kind = ApiServerKind.CustomResources }, Token);
        await server.InstallAsync(Widget.Definition());
        var client = server.CreateClient();
        for (var i = 0; i < 20; i++)
            await client.CreateAsync(Widget.Named($"before-{i}"), cancellationToken: Token);

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var gate = new GatedClient(client);
        var informer = new SharedInformer<Widget>(gate, NullLogger.Instance);
        var handler = new RecordingHandler();
        informer.AddHandler(handler);
        var running = informer.RunAsync(stop.Token);
        await informer.WaitForSyncAsync(Token);
        Assert.Equal(20, informer.Lister.List().Count);

        gate.Close();
        await server.RestartAsync(Token);
        await client.DeleteAsync<Widget>(new ObjectKey("default", "before-3"), cancellationToken: Token);
        await client.CreateAsync(Widget.Named("after"), cancellationToken: Token);
        var changed = await client.GetAsync<Widget>(new ObjectKey("default", "before-5"), Token);
        changed.Spec.Size = "changed";
        await client.UpdateAsync(changed, cancellationToken: Token);
        gate.Open(expired: compacted);

        await Eventually.True(() => informer.Lister.Find(new ObjectKey("default", "after")) is not null &&
            informer.Lister.Find(new ObjectKey("default", "before-3")) is null &&
            informer.Lister.Find(new ObjectKey("default", "before-5"))?.Spec.Size == "changed" &&
            handler.Deleted.ContainsKey("before-3"));
        Assert.Equal(compacted, handler.Deleted["before-3"]);
        var stored = await client.ListAsync<Widget>(cancellationToken: Token);
        Assert.Equal(stored.Items.Select(Describe).Order(), informer.Lister.List().Select(Describe).Order());
        Assert.Equal(compacted ? 2 : 1, gate.Lists);
        await stop.CancelAsync();
        await running;
    }

    [Fact]
    public async Task A_kind_that_is_deleted_and_made_again_is_watched_again()
    {
        Assert.SkipWhen(ApiServer.SkipReason is not null, ApiServer.SkipReason ?? "");
        await using var server = await ApiServer.StartAsync(new ApiServerOptions { Kind = ApiServerKind.CustomResources }, Token);
        await server.InstallAsync(Widget.Definition());
        var client = server.CreateClient();
        await client.CreateAsync(Widget.Named("first"), cancellationToken: Token);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var informer = new SharedInformer<Widget>(client, NullLogger.Instance);
        var running = informer.RunAsync(stop.Token);
        await informer.WaitForSyncAsync(Token);

        using var rest = server.CreateRestClient();
        await rest.SendAsync(new RestRequest(HttpMethod.Delete, "/apis/apiextensions.k8s.io/v1/customresourcedefinitions/widgets.tests.baihl.io"), Token);
        await Eventually.True(() => informer.LastError?.Contains("is the CRD installed?", StringComparison.Ordinal) == true);
        await server.InstallAsync(Widget.Definition());
        await client.CreateAsync(Widget.Named("second"), cancellationToken: Token);
        await Eventually.True(() => informer.Lister.List() is [{ Metadata.Name: "second" }]);
        await stop.CancelAsync();
        await running;
    }

    private static string Describe(Widget widget) => $"{widget.Metadata.Name}@{widget.Metadata.ResourceVersion}";

    private sealed class RecordingHandler : IResourceHandler<Widget>
    {
        public ConcurrentDictionary<string, bool> Deleted { get; } = new();

        public void OnAdded(Widget resource, bool isInInitialList)
        {
        }

        public void OnUpdated(Widget before, Widget after)
        {
        }

        public void OnDeleted(Widget resource, bool finalStateUnknown) => Deleted[resource.Metadata.Name] = finalStateUnknown;
    }
}
