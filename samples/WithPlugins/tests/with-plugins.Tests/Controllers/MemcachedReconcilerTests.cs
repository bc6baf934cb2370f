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

public sealed class MemcachedReconcilerTests(ApiServerFixture cluster)
{
    private readonly Indexer<Memcached> _resources = new();
    private readonly NotedEvents _events = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_that_is_gone_needs_nothing() =>
        Assert.Equal(ReconcileResult.Done, await ReconcileAsync(new ObjectKey("default", "gone"), client: null!));

    [Fact]
    public async Task A_new_one_gets_a_Deployment_a_status_and_an_event()
    {
        Assert.SkipWhen(cluster.SkipReason is not null, cluster.SkipReason ?? "");
        var key = await CreateAsync("memcached-new", size: 2);

        await ReconcileAsync(key, cluster.Client);

        var deployment = await cluster.Client.GetAsync<V1Deployment>(key, Token);
        Assert.Equal(2, deployment.Spec.Replicas);
        Assert.Equal("memcached:1.6.26-alpine3.19", Assert.Single(deployment.Spec.Template.Spec.Containers).Image);
        Assert.Equal(key.Name, Assert.Single(deployment.Metadata.OwnerReferences).Name);
        var resource = await cluster.Client.GetAsync<Memcached>(key, Token);
        Assert.Contains(MemcachedReconciler.Finalizer, resource.Metadata.Finalizers);
        Assert.Equal("False", resource.Status?.Conditions?.Single(condition => condition.Type == "Available").Status);
        Assert.Equal("Created", Assert.Single(_events.Reasons));
    }

    [Fact]
    public async Task A_deleted_one_is_let_go()
    {
        Assert.SkipWhen(cluster.SkipReason is not null, cluster.SkipReason ?? "");
        var key = await CreateAsync("memcached-deleted", size: 1);
        await ReconcileAsync(key, cluster.Client);
        await cluster.Client.DeleteAsync<Memcached>(key, cancellationToken: Token);
        _resources.Set(key, await cluster.Client.GetAsync<Memcached>(key, Token));

        Assert.Equal(ReconcileResult.Done, await ReconcileAsync(key, cluster.Client));

        await Assert.ThrowsAsync<KubernetesApiException>(() => cluster.Client.GetAsync<Memcached>(key, Token));
    }

    private async Task<ObjectKey> CreateAsync(string name, int size)
    {
        var key = new ObjectKey("default", name);
        var metadata = new V1ObjectMeta { Name = key.Name, NamespaceProperty = key.Namespace };
        _resources.Set(key, await cluster.Client.CreateAsync(new Memcached { Metadata = metadata, Spec = new() { Size = size } }, cancellationToken: Token));
        return key;
    }

    private Task<ReconcileResult> ReconcileAsync(ObjectKey key, IClient client) =>
        new MemcachedReconciler(_resources, new Indexer<V1Deployment>(), client, _events, TimeProvider.System, NullLogger<MemcachedReconciler>.Instance)
            .ReconcileAsync(new ReconcileRequest(key), Token);

    private sealed class NotedEvents : IEventRecorder
    {
        public List<string> Reasons { get; } = [];

        public void Record(
            EventType type, IKubernetesObject<V1ObjectMeta> regarding, string reason, string action, string note, IKubernetesObject<V1ObjectMeta>? related = null) =>
            Reasons.Add(reason);
    }
}
