// SPDX-License-Identifier: Apache-2.0

using Httpclient.Api.V1Beta1;
using k8s;
using k8s.Models;
using KubeBuilderNet;
using KubeBuilderNet.Annotations;
using KubeBuilderNet.Caching;
using KubeBuilderNet.Client;
using KubeBuilderNet.Conditions;
using KubeBuilderNet.Finalizers;
using KubeBuilderNet.Owners;
using KubeBuilderNet.Reconciling;
using Microsoft.Extensions.Logging;

namespace Httpclient.Controllers;

/// <summary>Keeps, for each HTTPClient, a ConfigMap with its request and a Deployment that sends it, and says how that goes.</summary>
[Owns<V1Deployment>]
[Owns<V1ConfigMap>]
public sealed partial class HTTPClientReconciler(
    ILister<HTTPClient> httpClients, ILister<V1Deployment> deployments, ILister<V1ConfigMap> configMaps,
    IClient client, TimeProvider time, ILogger<HTTPClientReconciler> logger) : IReconciler<HTTPClient>
{
    /// <summary>Holds an HTTPClient back from deletion until what it owns is gone.</summary>
    public const string Finalizer = "apps.baihl.io/workload";

    private static readonly ApplyOptions Apply = new() { FieldManager = "httpclient-operator", Force = true };

    /// <summary>Called whenever the object of this key, or one that it owns, may have changed; again when it throws.</summary>
    public async Task<ReconcileResult> ReconcileAsync(ReconcileRequest request, CancellationToken cancellationToken)
    {
        if (httpClients.Find(request.Key) is not { } resource)
            return ReconcileResult.Done;
        if (resource.IsBeingDeleted())
            return await CleanUpAsync(resource, cancellationToken);

        logger.LogInformation("Reconciling {HTTPClient} at generation {Generation}", request.Key, resource.Metadata.Generation);
        resource = await client.EnsureFinalizerAsync(resource, Finalizer, cancellationToken);
        var configMap = await client.ApplyAsync(Workload.ConfigMap(resource), Apply, cancellationToken);
        var deployment = await client.ApplyAsync(Workload.Deployment(resource, configMap), Apply, cancellationToken);
        await ReportAsync(resource, deployment, cancellationToken);
        return ReconcileResult.Done;
    }

    // The finalizer stays until the caches have seen both go; their deletion calls the reconciler again.
    private async Task<ReconcileResult> CleanUpAsync(HTTPClient resource, CancellationToken cancellationToken)
    {
        if (!resource.HasFinalizer(Finalizer))
            return ReconcileResult.Done;
        var key = ObjectKey.Of(resource);
        var isLeft = await DeleteAsync(deployments.Find(key), resource, cancellationToken);
        isLeft |= await DeleteAsync(configMaps.Find(key), resource, cancellationToken);
        if (isLeft)
            return ReconcileResult.RequeueAfter(TimeSpan.FromSeconds(5));
        await client.RemoveFinalizerAsync(resource, Finalizer, cancellationToken);
        logger.LogInformation("Nothing is left of {HTTPClient}", key);
        return ReconcileResult.Done;
    }

    /// <summary>Whether the object was still there and is now on its way out.</summary>
    private async Task<bool> DeleteAsync<T>(T? owned, HTTPClient owner, CancellationToken cancellationToken)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        if (owned?.IsControlledBy(owner) != true)
            return false;
        if (!owned.IsBeingDeleted())
            await client.TryDeleteAsync(owned, new DeleteOptions { PropagationPolicy = "Background" }, cancellationToken);
        return true;
    }

    private async Task ReportAsync(HTTPClient resource, V1Deployment deployment, CancellationToken cancellationToken)
    {
        var changed = resource.DeepCopy();
        var ready = deployment.Status?.ReadyReplicas ?? 0;
        var wanted = resource.Spec.Replicas;
        var isCurrent = deployment.Status?.ObservedGeneration >= deployment.Metadata.Generation;
        var isComplete = isCurrent && ready == wanted && (deployment.Status?.UpdatedReplicas ?? 0) == wanted;
        changed.Status ??= new HTTPClientStatus();
        changed.Status.ObservedGeneration = resource.Metadata.Generation;
        changed.Status.ReadyReplicas = ready;
        changed.Status.Conditions = [.. changed.Status.Conditions ?? []];
        changed.Status.Conditions.SetStatusCondition(
            Condition(resource, "Available", isCurrent && ready >= wanted, "AllReady", "TooFewReady", $"{ready} of {wanted} pods are calling."), time);
        changed.Status.Conditions.SetStatusCondition(
            Condition(resource, "Progressing", !isComplete, "RollingOut", "Complete", isComplete ? "The Deployment is as wanted." : "The Deployment is being rolled out."), time);
        await client.PatchStatusAsync(resource, changed, cancellationToken);
    }

    private static V1Condition Condition(HTTPClient resource, string type, bool holds, string reason, string otherwise, string message) => new()
    {
        Type = type,
        Status = holds ? "True" : "False",
        Reason = holds ? reason : otherwise,
        Message = message,
        ObservedGeneration = resource.Metadata.Generation,
    };
}
