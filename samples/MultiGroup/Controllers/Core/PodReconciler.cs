using k8s.Models;
using KubeBuilderNet;
using KubeBuilderNet.Annotations;
using KubeBuilderNet.Caching;
using KubeBuilderNet.Reconciling;
using Microsoft.Extensions.Logging;

namespace MultiGroup.Controllers.Core;

/// <summary>Makes the cluster what each Pod asks for.</summary>
// Its rights to its own kind are inferred. What else it needs goes here: [Owns<V1Deployment>] for what it makes,
// [Watches<V1Secret>(nameof(OfSecret))] for what it reads, where the method OfSecret gives the requests that a secret's change leads to,
// [Rbac("", "nodes", Verbs.Read)] for other rights.
public sealed partial class PodReconciler(ILister<V1Pod> lister, ILogger<PodReconciler> logger) : IReconciler<V1Pod>
{
    /// <summary>Called whenever the object of this key, or one that it owns, may have changed; again when it throws.</summary>
    public Task<ReconcileResult> ReconcileAsync(ReconcileRequest request, CancellationToken cancellationToken)
    {
        if (lister.Find(request.Key) is not { } resource)
        {
            // It is gone, and the cluster deletes what it owned.
            return Task.FromResult(ReconcileResult.Done);
        }

        // Compare what resource.Spec asks for with what is there, and mend the difference.
        logger.LogInformation("Reconciling {Key} at generation {Generation}", request.Key, resource.Metadata.Generation);
        return Task.FromResult(ReconcileResult.Done);
    }
}
