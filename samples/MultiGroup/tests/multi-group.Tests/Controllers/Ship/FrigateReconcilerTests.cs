using k8s.Models;
using KubeBuilderNet;
using KubeBuilderNet.Caching;
using KubeBuilderNet.Reconciling;
using Microsoft.Extensions.Logging.Abstractions;
using MultiGroup.Api.Ship.V1Beta1;
using MultiGroup.Controllers.Ship;

namespace MultiGroup.Tests.Controllers.Ship;

public sealed class FrigateReconcilerTests(ApiServerFixture cluster)
{
    private static readonly ObjectKey Key = new("default", "frigate-test");

    [Fact]
    public async Task One_that_is_gone_needs_nothing() =>
        Assert.Equal(ReconcileResult.Done, await ReconcileAsync(new Indexer<Frigate>()));

    [Fact]
    public async Task A_new_one_is_reconciled()
    {
        Assert.SkipWhen(cluster.SkipReason is not null, cluster.SkipReason ?? "");
        var resource = await cluster.Client.CreateAsync(
            new Frigate { Metadata = new V1ObjectMeta { NamespaceProperty = Key.Namespace, Name = Key.Name }, Spec = new() },
            cancellationToken: TestContext.Current.CancellationToken);
        var cache = new Indexer<Frigate>();
        cache.Set(Key, resource);

        Assert.Equal(ReconcileResult.Done, await ReconcileAsync(cache));
        // Then look with cluster.Client for what the reconciler should have made.
    }

    private static Task<ReconcileResult> ReconcileAsync(ILister<Frigate> lister) =>
        new FrigateReconciler(lister, NullLogger<FrigateReconciler>.Instance).ReconcileAsync(new ReconcileRequest(Key), TestContext.Current.CancellationToken);
}
