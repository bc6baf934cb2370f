using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using k8s.Models;
using KubeBuilderNet.Caching;
using KubeBuilderNet.Client;
using KubeBuilderNet.Finalizers;
using KubeBuilderNet.Hosting;
using KubeBuilderNet.Owners;
using KubeBuilderNet.Reconciling;
using KubeBuilderNet.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace KubeBuilderNet.IntegrationTests;

public sealed class OperatorTests(KubernetesFixture fixture) : IClassFixture<KubernetesFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_operator_keeps_what_an_object_owns_and_clears_up_after_it()
    {
        await fixture.Server.InstallAsync(Widget.Definition());
        var client = fixture.Server.CreateClient();
        using var host = Build(fixture.Server);
        await host.StartAsync(Token);
        var key = new ObjectKey("default", "kept");
        await client.CreateAsync(Widget.Named("kept", "large"), cancellationToken: Token);

        await Eventually.True(async () => (await client.FindAsync<Widget>(key, Token))?.Status?.Phase == "Ready");
        var map = await client.GetAsync<V1ConfigMap>(key, Token);
        Assert.Equal("large", map.Data["size"]);

        await client.DeleteAsync(map, cancellationToken: Token);
        await Eventually.True(async () => await client.FindAsync<V1ConfigMap>(key, Token) is { } again && again.Metadata.Uid != map.Metadata.Uid);

        await client.DeleteAsync<Widget>(key, cancellationToken: Token);
        await Eventually.True(async () => await client.FindAsync<Widget>(key, Token) is null);
        Assert.Contains("default/kept", host.Services.GetRequiredService<Cleanups>().Done);
        await Eventually.True(async () => await client.FindAsync<V1ConfigMap>(key, Token) is null);
        await host.StopAsync(Token);
    }

    private static IHost Build(ApiServer server)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton<Cleanups>();
        builder.Services.AddKubeBuilder(options => options.KubeconfigPath = server.KubeconfigPath)
            .AddController<Widget, WidgetReconciler>(controller => controller.Owns<V1ConfigMap>());
        return builder.Build();
    }

    private sealed class Cleanups
    {
        public ConcurrentBag<string> Done { get; } = [];
    }

    private sealed class WidgetReconciler(ILister<Widget> widgets, IClient client, Cleanups cleanups) : IReconciler<Widget>
    {
        private const string Finalizer = "tests.baihl.io/cleanup";

        public async Task<ReconcileResult> ReconcileAsync(ReconcileRequest request, CancellationToken cancellationToken)
        {
            if (widgets.Find(request.Key) is not { } widget)
                return ReconcileResult.Done;
            if (widget.IsBeingDeleted())
            {
                if (widget.HasFinalizer(Finalizer))
                    cleanups.Done.Add(request.ToString());
                await client.RemoveFinalizerAsync(widget, Finalizer, cancellationToken);
                return ReconcileResult.Done;
            }
            await client.EnsureFinalizerAsync(widget, Finalizer, cancellationToken);
            var map = new V1ConfigMap
            {
                Metadata = new V1ObjectMeta { Name = request.Name, NamespaceProperty = request.Namespace },
                Data = new Dictionary<string, string> { ["size"] = widget.Spec.Size },
            };
            OwnerReferences.SetControllerReference(widget, map);
            await client.ApplyAsync(map, new ApplyOptions { FieldManager = "widgets", Force = true }, cancellationToken);
            await client.PatchStatusAsync<Widget>(request.Key, new JsonObject { ["phase"] = "Ready" }, cancellationToken);
            return ReconcileResult.Done;
        }
    }
}
