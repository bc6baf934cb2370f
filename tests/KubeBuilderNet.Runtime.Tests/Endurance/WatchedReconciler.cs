using k8s.Models;
using KubeBuilderNet.Reconciling;

namespace KubeBuilderNet.Runtime.Tests.Endurance;

/// <summary>Enters each reconcile in the ledger of its replica.</summary>
internal sealed class WatchedReconciler(MapReconciler reconciler, Ledger ledger, World world) : IReconciler<V1ConfigMap>
{
    public async Task<ReconcileResult> ReconcileAsync(ReconcileRequest request, CancellationToken cancellationToken)
    {
        TimeSpan? wait = null;
        ledger.Begin(request.Key);
        world.Begin(request.Key, this);
        try
        {
            var result = await reconciler.ReconcileAsync(request, cancellationToken);
            wait = result is { IsRequeued: true, Delay.Ticks: 0 } ? null : result.Delay;
            return result;
        }
        catch (TerminalException)
        {
            wait = TimeSpan.Zero;
            throw;
        }
        finally
        {
            world.End(request.Key, this);
            ledger.End(request.Key, wait);
        }
    }
}
