using k8s.Models;
using KubeBuilderNet;
using KubeBuilderNet.Annotations;
using KubeBuilderNet.Caching;
using KubeBuilderNet.Client;
using KubeBuilderNet.Conditions;
using KubeBuilderNet.Finalizers;
using KubeBuilderNet.Reconciling;
using Microsoft.Extensions.Logging;
using MultiGroup.Api.Fiz.V1;

namespace MultiGroup.Controllers.Fiz;

/// <summary>Makes the cluster what each Bar asks for.</summary>
// Its rights to its own kind are inferred. What else it needs goes here: [Owns<V1Deployment>] for what it makes,
// [Watches<V1Secret>(nameof(OfSecret))] for what it reads, where the method OfSecret gives the requests that a secret's change leads to,
// [Rbac("", "nodes", Verbs.Read)] for other rights.
public sealed partial class BarReconciler(
    ILister<Bar> lister, IClient client, TimeProvider time, ILogger<BarReconciler> logger) : IReconciler<Bar>
{
    /// <summary>Holds one back from deletion until <see cref="CleanUpAsync"/> is done.</summary>
    // Where nothing lies outside of the cluster, delete it and what uses it: an object with a finalizer can't go while its operator is away.
    public const string Finalizer = "fiz.testproject.org/bar";

    /// <summary>Called whenever the object of this key, or one that it owns, may have changed; again when it throws.</summary>
    public async Task<ReconcileResult> ReconcileAsync(ReconcileRequest request, CancellationToken cancellationToken)
    {
        // One that isn't found is gone, and the cluster deletes what it owned.
        if (lister.Find(request.Key) is not { } found)
            return ReconcileResult.Done;
        // One whose deletion has begun gets no finalizer any longer.
        var resource = await client.EnsureFinalizerAsync(found, Finalizer, cancellationToken);
        if (resource.IsBeingDeleted())
        {
            await CleanUpAsync(resource, cancellationToken);
            return ReconcileResult.Done;
        }

        logger.LogInformation("Reconciling {Key} at generation {Generation}", request.Key, resource.Metadata.Generation);
        // Compare what resource.Spec asks for with what is there, and mend the difference.
        await ReportAsync(resource, cancellationToken);
        return ReconcileResult.Done;
    }

    private async Task CleanUpAsync(Bar resource, CancellationToken cancellationToken)
    {
        if (!resource.HasFinalizer(Finalizer))
            return;
        // Undo here what lies outside of the cluster; this may be called again after it succeeded.
        await client.RemoveFinalizerAsync(resource, Finalizer, cancellationToken);
    }

    private async Task ReportAsync(Bar resource, CancellationToken cancellationToken)
    {
        var changed = resource.DeepCopy();
        changed.Status ??= new();
        changed.Status.ObservedGeneration = resource.Metadata.Generation;
        changed.Status.Conditions ??= [];
        var ready = new V1Condition
        {
            Type = "Ready",
            Status = "True",
            Reason = "Reconciled",
            Message = "All is as the spec asks for.",
            ObservedGeneration = resource.Metadata.Generation,
        };
        changed.Status.Conditions.SetStatusCondition(ready, time);
        await client.PatchStatusAsync(resource, changed, cancellationToken);
    }
}
