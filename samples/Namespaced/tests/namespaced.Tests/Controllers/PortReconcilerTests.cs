// SPDX-License-Identifier: Apache-2.0

using k8s.Models;
using KubeBuilderNet;
using KubeBuilderNet.Caching;
using KubeBuilderNet.Reconciling;
using Microsoft.Extensions.Logging.Abstractions;
using Namespaced.Api.V1;
using Namespaced.Controllers;

namespace Namespaced.Tests.Controllers;

public sealed class PortReconcilerTests(ApiServerFixture cluster)
{
    private static readonly ObjectKey Key = new("", "port-test");

    [Fact]
    public async Task One_that_is_gone_needs_nothing() =>
        Assert.Equal(ReconcileResult.Done, await ReconcileAsync(new Indexer<Port>()));

    [Fact]
    public async Task A_new_one_is_reconciled()
    {
        Assert.SkipWhen(cluster.SkipReason is not null, cluster.SkipReason ?? "");
        var resource = await cluster.Client.CreateAsync(
            new Port { Metadata = new V1ObjectMeta { Name = Key.Name }, Spec = new() },
            cancellationToken: TestContext.Current.CancellationToken);
        var cache = new Indexer<Port>();
        cache.Set(Key, resource);

        Assert.Equal(ReconcileResult.Done, await ReconcileAsync(cache));
        // Then look with cluster.Client for what the reconciler should have made.
    }

    private static Task<ReconcileResult> ReconcileAsync(ILister<Port> lister) =>
        new PortReconciler(lister, NullLogger<PortReconciler>.Instance).ReconcileAsync(new ReconcileRequest(Key), TestContext.Current.CancellationToken);
}
