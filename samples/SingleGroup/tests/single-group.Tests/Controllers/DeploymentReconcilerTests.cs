// Copyright The KubeBuilderNet authors.
// SPDX-License-Identifier: Apache-2.0

using k8s.Models;
using KubeBuilderNet;
using KubeBuilderNet.Caching;
using KubeBuilderNet.Reconciling;
using Microsoft.Extensions.Logging.Abstractions;
using SingleGroup.Controllers;

namespace SingleGroup.Tests.Controllers;

public sealed class DeploymentReconcilerTests
{
    private static readonly ObjectKey Key = new("default", "deployment-test");

    [Fact]
    public async Task One_that_is_gone_needs_nothing() =>
        Assert.Equal(ReconcileResult.Done, await ReconcileAsync(new Indexer<V1Deployment>()));

    private static Task<ReconcileResult> ReconcileAsync(ILister<V1Deployment> lister) =>
        new DeploymentReconciler(lister, NullLogger<DeploymentReconciler>.Instance).ReconcileAsync(new ReconcileRequest(Key), TestContext.Current.CancellationToken);
}
