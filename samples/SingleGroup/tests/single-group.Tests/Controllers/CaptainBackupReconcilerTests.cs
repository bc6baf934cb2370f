// Copyright The KubeBuilderNet authors.
// SPDX-License-Identifier: Apache-2.0

using k8s.Models;
using KubeBuilderNet;
using KubeBuilderNet.Caching;
using KubeBuilderNet.Reconciling;
using Microsoft.Extensions.Logging.Abstractions;
using SingleGroup.Api.V1;
using SingleGroup.Controllers;

namespace SingleGroup.Tests.Controllers;

public sealed class CaptainBackupReconcilerTests(ApiServerFixture cluster)
{
    private static readonly ObjectKey Key = new("default", "captain-backup-test");

    [Fact]
    public async Task One_that_is_gone_needs_nothing() =>
        Assert.Equal(ReconcileResult.Done, await ReconcileAsync(new Indexer<Captain>()));

    [Fact]
    public async Task A_new_one_is_reconciled()
    {
        Assert.SkipWhen(cluster.SkipReason is not null, cluster.SkipReason ?? "");
        var resource = await cluster.Client.CreateAsync(
            new Captain { Metadata = new V1ObjectMeta { NamespaceProperty = Key.Namespace, Name = Key.Name }, Spec = new() },
            cancellationToken: TestContext.Current.CancellationToken);
        var cache = new Indexer<Captain>();
        cache.Set(Key, resource);

        Assert.Equal(ReconcileResult.Done, await ReconcileAsync(cache));
        // Then look with cluster.Client for what the reconciler should have made.
    }

    private static Task<ReconcileResult> ReconcileAsync(ILister<Captain> lister) =>
        new CaptainBackupReconciler(lister, NullLogger<CaptainBackupReconciler>.Instance).ReconcileAsync(new ReconcileRequest(Key), TestContext.Current.CancellationToken);
}
