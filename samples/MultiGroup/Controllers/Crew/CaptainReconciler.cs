using KubeBuilderNet;
using KubeBuilderNet.Annotations;
using KubeBuilderNet.Caching;
using KubeBuilderNet.Reconciling;
using Microsoft.Extensions.Logging;
using MultiGroup.Api.Crew.V1;

namespace MultiGroup.Controllers.Crew;

/// <summary>Makes the cluster what each Captain asks for.</summary>
// Its rights to its own kind are inferred. What else it needs goes here: [Owns<V1Deployment>], [Rbac("", "secrets", Verbs.Read)].
public sealed partial class CaptainReconciler(ILister<Captain> lister, ILogger<CaptainReconciler> logger) : IReconciler<Captain>
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
