// SPDX-License-Identifier: Apache-2.0

using k8s;
using k8s.Models;
using KubeBuilderNet;
using KubeBuilderNet.Caching;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Errors;
using KubeBuilderNet.Events;
using KubeBuilderNet.Reconciling;
using Microsoft.Extensions.Logging.Abstractions;
using WithPlugins.Api.V1Alpha1;
using WithPlugins.Controllers;

namespace WithPlugins.Tests.Controllers;

public sealed class BusyboxReconcilerTests(ApiServerFixture cluster)
{
    private readonly Indexer<Busybox> _resources = new();
    private readonly NotedEvents _events = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_that_is_gone_needs_nothing() =>
        Assert.Equal(ReconcileResult.Done, await ReconcileAsync(new ObjectKey("default", "gone"), client: null!));

    [Fact]
    public async Task A_new_one_gets_a_Deployment_a_status_and_an_event()
    {
        Assert.SkipWhen(cluster.SkipReason is not null, cluster.SkipReason ?? "");
        var key = await CreateAsync("busybox-new", size: 2);

        await ReconcileAsync(key, cluster.Client);

        var deployment = await cluster.Client.GetAsync<V1Deployment>(key, Token);
        Assert.Equal(2, deployment.Spec.Replicas);
        Assert.Equal("busybox:1.36.1", Assert.Single(deployment.Spec.Template.Spec.Containers).Image);
        Assert.Equal(key.Name, Assert.Single(deployment.Metadata.OwnerReferences).Name);
        var resource = await cluster.Client.GetAsync<Busybox>(key, Token);
        Assert.Contains(BusyboxReconciler.Finalizer, resource.Metadata.Finalizers);
        Assert.Equal("False", resource.Status?.Conditions?.Single(condition => condition.Type == "Available").Status);
        Assert.Equal("Created", Assert.Single(_events.Reasons));
    }

    [Fact]
    public async Task A_deleted_one_is_let_go()
    {
        Assert.SkipWhen(cluster.SkipReason is not null, cluster.SkipReason ?? "");
        var key = await CreateAsync("busybox-deleted", size: 1);
        await ReconcileAsync(key, cluster.Client);
        await cluster.Client.DeleteAsync<Busybox>(key, cancellationToken: Token);
        _resources.Set(key, await cluster.Client.GetAsync<Busybox>(key, Token));

        Assert.Equal(ReconcileResult.Done, await ReconcileAsync(key, cluster.Client));

        await Assert.ThrowsAsync<KubernetesApiException>(() => cluster.Client.GetAsync<Busybox>(key, Token));
    }

    private async Task<ObjectKey> CreateAsync(string name, int size)
    {
        var key = new ObjectKey("default", name);
        var metadata = new V1ObjectMeta { Name = key.Name, NamespaceProperty = key.Namespace };
        _resources.Set(key, await cluster.Client.CreateAsync(new Busybox { Metadata = metadata, Spec = new() { Size = size } }, cancellationToken: Token));
        return key;
    }

    private Task<ReconcileResult> ReconcileAsync(ObjectKey key, IClient client) =>
        new BusyboxReconciler(_resources, new Indexer<V1Deployment>(), client, _events, TimeProvider.System, NullLogger<BusyboxReconciler>.Instance)
            .ReconcileAsync(new ReconcileRequest(key), Token);

    private sealed class NotedEvents : IEventRecorder
    {
        public List<string> Reasons { get; } = [];

        public void Record(
            EventType type, IKubernetesObject<V1ObjectMeta> regarding, string reason, string action, string note, IKubernetesObject<V1ObjectMeta>? related = null) =>
            Reasons.Add(reason);
    }
}
