// Copyright The KubeBuilderNet authors.
// SPDX-License-Identifier: Apache-2.0

using k8s.Models;
using KubeBuilderNet;
using KubeBuilderNet.Caching;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Errors;
using KubeBuilderNet.Reconciling;
using Microsoft.Extensions.Logging.Abstractions;
using SingleGroup.Api.V1;
using SingleGroup.Controllers;

namespace SingleGroup.Tests.Controllers;

public sealed class CaptainBackupReconcilerTests(ApiServerFixture cluster)
{
    private readonly Indexer<Captain> _resources = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_that_is_gone_needs_nothing() =>
        Assert.Equal(ReconcileResult.Done, await ReconcileAsync(KeyOf("captain-backup-gone"), client: null!));

    [Fact]
    public async Task A_new_one_gets_its_finalizer()
    {
        Assert.SkipWhen(cluster.SkipReason is not null, cluster.SkipReason ?? "");
        var key = await CreateAsync("captain-backup-new");

        Assert.Equal(ReconcileResult.Done, await ReconcileAsync(key, cluster.Client));

        var resource = await cluster.Client.GetAsync<Captain>(key, Token);
        Assert.Contains(CaptainBackupReconciler.Finalizer, resource.Metadata.Finalizers);
        // Then look with cluster.Client for what else the reconciler should have made.
    }

    [Fact]
    public async Task A_deleted_one_is_let_go()
    {
        Assert.SkipWhen(cluster.SkipReason is not null, cluster.SkipReason ?? "");
        var key = await CreateAsync("captain-backup-deleted");
        await ReconcileAsync(key, cluster.Client);
        await cluster.Client.DeleteAsync<Captain>(key, cancellationToken: Token);
        _resources.Set(key, await cluster.Client.GetAsync<Captain>(key, Token));

        Assert.Equal(ReconcileResult.Done, await ReconcileAsync(key, cluster.Client));

        var error = await Assert.ThrowsAsync<KubernetesApiException>(() => cluster.Client.GetAsync<Captain>(key, Token));
        Assert.True(error.IsNotFound, error.Message);
    }

    private static ObjectKey KeyOf(string name) => new("default", name);

    private async Task<ObjectKey> CreateAsync(string name)
    {
        var key = KeyOf(name);
        var metadata = new V1ObjectMeta { NamespaceProperty = key.Namespace, Name = key.Name };
        // Give it the spec that it needs.
        _resources.Set(key, await cluster.Client.CreateAsync(new Captain { Metadata = metadata }, cancellationToken: Token));
        return key;
    }

    private Task<ReconcileResult> ReconcileAsync(ObjectKey key, IClient client) =>
        new CaptainBackupReconciler(_resources, client, NullLogger<CaptainBackupReconciler>.Instance).ReconcileAsync(new ReconcileRequest(key), Token);
}
