using k8s.Models;
using KubeBuilderNet;
using KubeBuilderNet.Caching;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Errors;
using KubeBuilderNet.Reconciling;
using Microsoft.Extensions.Logging.Abstractions;
using MultiGroup.Api.Ship.V1;
using MultiGroup.Controllers.Ship;

namespace MultiGroup.Tests.Controllers.Ship;

public sealed class DestroyerReconcilerTests(ApiServerFixture cluster)
{
    private readonly Indexer<Destroyer> _resources = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_that_is_gone_needs_nothing() =>
        Assert.Equal(ReconcileResult.Done, await ReconcileAsync(KeyOf("destroyer-gone"), client: null!));

    [Fact]
    public async Task A_new_one_gets_its_finalizer_and_is_ready()
    {
        Assert.SkipWhen(cluster.SkipReason is not null, cluster.SkipReason ?? "");
        var key = await CreateAsync("destroyer-new");

        Assert.Equal(ReconcileResult.Done, await ReconcileAsync(key, cluster.Client));

        var resource = await cluster.Client.GetAsync<Destroyer>(key, Token);
        Assert.Contains(DestroyerReconciler.Finalizer, resource.Metadata.Finalizers);
        Assert.Equal(resource.Metadata.Generation, resource.Status?.ObservedGeneration);
        var ready = Assert.Single(resource.Status?.Conditions ?? [], condition => condition.Type == "Ready");
        Assert.Equal(("True", resource.Metadata.Generation), (ready.Status, ready.ObservedGeneration));
        // Then look with cluster.Client for what else the reconciler should have made.
    }

    [Fact]
    public async Task A_deleted_one_is_let_go()
    {
        Assert.SkipWhen(cluster.SkipReason is not null, cluster.SkipReason ?? "");
        var key = await CreateAsync("destroyer-deleted");
        await ReconcileAsync(key, cluster.Client);
        await cluster.Client.DeleteAsync<Destroyer>(key, cancellationToken: Token);
        _resources.Set(key, await cluster.Client.GetAsync<Destroyer>(key, Token));

        Assert.Equal(ReconcileResult.Done, await ReconcileAsync(key, cluster.Client));

        var error = await Assert.ThrowsAsync<KubernetesApiException>(() => cluster.Client.GetAsync<Destroyer>(key, Token));
        Assert.True(error.IsNotFound, error.Message);
    }

    private static ObjectKey KeyOf(string name) => new("", name);

    private async Task<ObjectKey> CreateAsync(string name)
    {
        var key = KeyOf(name);
        var metadata = new V1ObjectMeta { Name = key.Name };
        _resources.Set(key, await cluster.Client.CreateAsync(new Destroyer { Metadata = metadata, Spec = new() }, cancellationToken: Token));
        return key;
    }

    private Task<ReconcileResult> ReconcileAsync(ObjectKey key, IClient client) =>
        new DestroyerReconciler(_resources, client, TimeProvider.System, NullLogger<DestroyerReconciler>.Instance).ReconcileAsync(new ReconcileRequest(key), Token);
}
