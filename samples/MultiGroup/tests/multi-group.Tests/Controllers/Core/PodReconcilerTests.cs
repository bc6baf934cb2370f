using k8s.Models;
using KubeBuilderNet;
using KubeBuilderNet.Caching;
using KubeBuilderNet.Reconciling;
using Microsoft.Extensions.Logging.Abstractions;
using MultiGroup.Controllers.Core;

namespace MultiGroup.Tests.Controllers.Core;

public sealed class PodReconcilerTests
{
    private static readonly ObjectKey Key = new("default", "pod-test");

    [Fact]
    public async Task One_that_is_gone_needs_nothing() =>
        Assert.Equal(ReconcileResult.Done, await ReconcileAsync(new Indexer<V1Pod>()));

    private static Task<ReconcileResult> ReconcileAsync(ILister<V1Pod> lister) =>
        new PodReconciler(lister, NullLogger<PodReconciler>.Instance).ReconcileAsync(new ReconcileRequest(Key), TestContext.Current.CancellationToken);
}
