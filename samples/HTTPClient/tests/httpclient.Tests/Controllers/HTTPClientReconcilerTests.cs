// SPDX-License-Identifier: Apache-2.0

using Httpclient.Api.V1Beta1;
using Httpclient.Controllers;
using k8s.Models;
using KubeBuilderNet;
using KubeBuilderNet.Caching;
using KubeBuilderNet.Client;
using KubeBuilderNet.Reconciling;
using Microsoft.Extensions.Logging.Abstractions;

namespace Httpclient.Tests.Controllers;

public sealed class HTTPClientReconcilerTests(ApiServerFixture cluster)
{
    private static readonly ObjectKey Key = new("default", "httpclient-test");

    private readonly Indexer<HTTPClient> _httpClients = new();

    [Fact]
    public async Task One_that_is_gone_needs_nothing() =>
        Assert.Equal(ReconcileResult.Done, await ReconcileAsync(client: null!));

    [Fact]
    public async Task A_new_one_gets_a_ConfigMap_a_Deployment_and_a_status()
    {
        Assert.SkipWhen(cluster.SkipReason is not null, cluster.SkipReason ?? "");
        var token = TestContext.Current.CancellationToken;
        var created = new HTTPClient
        {
            Metadata = new V1ObjectMeta { Name = Key.Name, NamespaceProperty = Key.Namespace },
            Spec = new HTTPClientSpec { Url = "https://kubernetes.io/healthz", Replicas = 2 },
        };
        _httpClients.Set(Key, await cluster.Client.CreateAsync(created, cancellationToken: token));

        Assert.Equal(ReconcileResult.Done, await ReconcileAsync(cluster.Client));

        var deployment = await cluster.Client.GetAsync<V1Deployment>(Key, token);
        Assert.Equal(2, deployment.Spec.Replicas);
        Assert.Equal(Key.Name, Assert.Single(deployment.Metadata.OwnerReferences).Name);
        Assert.NotNull(await cluster.Client.GetAsync<V1ConfigMap>(Key, token));
        var status = (await cluster.Client.GetAsync<HTTPClient>(Key, token)).Status;
        Assert.Equal("False", status?.Conditions?.Single(condition => condition.Type == "Available").Status);
    }

    private Task<ReconcileResult> ReconcileAsync(IClient client)
    {
        var reconciler = new HTTPClientReconciler(
            _httpClients, new Indexer<V1Deployment>(), new Indexer<V1ConfigMap>(), client, TimeProvider.System, NullLogger<HTTPClientReconciler>.Instance);
        return reconciler.ReconcileAsync(new ReconcileRequest(Key), TestContext.Current.CancellationToken);
    }
}
