using k8s.Models;
using KubeBuilderNet;
using KubeBuilderNet.Caching;
using KubeBuilderNet.Reconciling;
using Microsoft.Extensions.Logging.Abstractions;
using MultiGroup.Api.FooPolicy.V1;
using MultiGroup.Controllers.FooPolicy;

namespace MultiGroup.Tests.Controllers.FooPolicy;

public sealed class HealthCheckPolicyReconcilerTests(ApiServerFixture cluster)
{
    private static readonly ObjectKey Key = new("default", "healthcheckpolicy-test");

    [Fact]
    public async Task One_that_is_gone_needs_nothing() =>
        Assert.Equal(ReconcileResult.Done, await ReconcileAsync(new Indexer<HealthCheckPolicy>()));

    [Fact]
    public async Task A_new_one_is_reconciled()
    {
        Assert.SkipWhen(cluster.SkipReason is not null, cluster.SkipReason ?? "");
        var resource = await cluster.Client.CreateAsync(
            new HealthCheckPolicy { Metadata = new V1ObjectMeta { NamespaceProperty = Key.Namespace, Name = Key.Name }, Spec = new() },
            cancellationToken: TestContext.Current.CancellationToken);
        var cache = new Indexer<HealthCheckPolicy>();
        cache.Set(Key, resource);

        Assert.Equal(ReconcileResult.Done, await ReconcileAsync(cache));
        // Then look with cluster.Client for what the reconciler should have made.
    }

    private static Task<ReconcileResult> ReconcileAsync(ILister<HealthCheckPolicy> lister) =>
        new HealthCheckPolicyReconciler(lister, NullLogger<HealthCheckPolicyReconciler>.Instance).ReconcileAsync(new ReconcileRequest(Key), TestContext.Current.CancellationToken);
}
