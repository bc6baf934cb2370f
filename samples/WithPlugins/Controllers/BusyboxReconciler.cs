// SPDX-License-Identifier: Apache-2.0

using k8s.Models;
using KubeBuilderNet;
using KubeBuilderNet.Annotations;
using KubeBuilderNet.Caching;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Errors;
using KubeBuilderNet.Conditions;
using KubeBuilderNet.Events;
using KubeBuilderNet.Finalizers;
using KubeBuilderNet.Reconciling;
using Microsoft.Extensions.Logging;
using WithPlugins.Api.V1Alpha1;

namespace WithPlugins.Controllers;

/// <summary>Keeps a Deployment for each Busybox, and says how that goes.</summary>
[Owns<V1Deployment>]
public sealed partial class BusyboxReconciler(
    ILister<Busybox> lister, ILister<V1Deployment> deployments, IClient client, IEventRecorder events, TimeProvider time, ILogger<BusyboxReconciler> logger)
    : IReconciler<Busybox>
{
    /// <summary>Holds one back from deletion until <see cref="CleanUpAsync"/> is done.</summary>
    public const string Finalizer = "example.com.testproject.org/finalizer";

    private static readonly ApplyOptions Apply = new() { FieldManager = "with-plugins-busybox", Force = true };

    /// <summary>Called whenever the object of this key, or one that it owns, may have changed; again when it throws.</summary>
    public async Task<ReconcileResult> ReconcileAsync(ReconcileRequest request, CancellationToken cancellationToken)
    {
        if (lister.Find(request.Key) is not { } resource)
            return ReconcileResult.Done;
        if (resource.IsBeingDeleted())
        {
            await CleanUpAsync(resource, cancellationToken);
            return ReconcileResult.Done;
        }

        logger.LogInformation("Reconciling {Key} at generation {Generation}", request.Key, resource.Metadata.Generation);
        resource = await client.EnsureFinalizerAsync(resource, Finalizer, cancellationToken);
        try
        {
            var isNew = deployments.Find(request.Key) is null;
            var deployment = await client.ApplyAsync(BusyboxDeployment.Of(resource), Apply, cancellationToken);
            if (isNew)
                events.Normal(resource, "Created", "CreateDeployment", $"Created the Deployment {deployment.Metadata.Name}.", deployment);
            await ReportAsync(resource, deployment, cancellationToken);
        }
        catch (KubernetesApiException e) when (e.Reason is StatusReason.Invalid or StatusReason.Forbidden)
        {
            // Trying again won't help, so people must see it.
            events.Warning(resource, "Failed", "ApplyDeployment", e.Message);
            await ReportAsync(resource, e, cancellationToken);
            throw;
        }
        return ReconcileResult.RequeueAfter(TimeSpan.FromMinutes(1));
    }

    // The Deployment goes with its owner. What lies outside of the cluster would be undone here.
    private async Task CleanUpAsync(Busybox resource, CancellationToken cancellationToken)
    {
        if (!resource.HasFinalizer(Finalizer))
            return;
        events.Normal(resource, "Deleting", "Delete", $"{resource.Metadata.Name} is being deleted.");
        await client.RemoveFinalizerAsync(resource, Finalizer, cancellationToken);
    }

    private Task ReportAsync(Busybox resource, V1Deployment deployment, CancellationToken cancellationToken)
    {
        var available = deployment.Status?.AvailableReplicas ?? 0;
        var isAvailable = deployment.Status?.ObservedGeneration >= deployment.Metadata.Generation && available >= resource.Spec.Size;
        return ReportAsync(
            resource,
            [
                Condition("Available", isAvailable, isAvailable ? "Running" : "Starting", $"{available} of {resource.Spec.Size} pods are available."),
                Condition("Degraded", false, "AsExpected", "The Deployment is as wanted."),
            ],
            cancellationToken);
    }

    private Task ReportAsync(Busybox resource, KubernetesApiException error, CancellationToken cancellationToken) =>
        ReportAsync(resource, [Condition("Degraded", true, "ApplyFailed", error.Message)], cancellationToken);

    private async Task ReportAsync(Busybox resource, IReadOnlyList<V1Condition> conditions, CancellationToken cancellationToken)
    {
        var changed = resource.DeepCopy();
        changed.Status ??= new();
        changed.Status.ObservedGeneration = resource.Metadata.Generation;
        changed.Status.Conditions = [.. changed.Status.Conditions ?? []];
        foreach (var condition in conditions)
        {
            condition.ObservedGeneration = resource.Metadata.Generation;
            changed.Status.Conditions.SetStatusCondition(condition, time);
        }
        await client.PatchStatusAsync(resource, changed, cancellationToken);
    }

    private static V1Condition Condition(string type, bool holds, string reason, string message) =>
        new() { Type = type, Status = holds ? "True" : "False", Reason = reason, Message = message };
}
