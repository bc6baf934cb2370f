using System.Globalization;
using k8s.Models;
using KubeBuilderNet.FencedOperator;

namespace KubeBuilderNet.IntegrationTests.LeaderElection;

/// <summary>What the server's record of the writes of all replicas proves.</summary>
internal static class Fence
{
    /// <summary>
    /// What shows that two reconciled at once: one who writes after another has begun, or who begins while its own reconcile is open. A reconcile
    /// that was never ended is its writer's last.
    /// </summary>
    internal static IEnumerable<string> Breaches(IReadOnlyList<V1ConfigMap> states)
    {
        var former = new HashSet<string>();
        var (writer, phase, number) = ("", FencedReconciler.End, 0);
        foreach (var data in states.Select(static state => state.Data))
        {
            var (nextWriter, nextPhase, nextNumber) = (data[FencedReconciler.Writer], data[FencedReconciler.Phase], int.Parse(data[FencedReconciler.Number], CultureInfo.InvariantCulture));
            var write = $"{nextPhase} {nextNumber} by {nextWriter} after {phase} {number} by {writer}";
            if (nextNumber != number + 1)
                yield return $"not all was seen: {write}";
            if (nextWriter == writer && nextPhase == phase)
                yield return $"two at once in one replica: {write}";
            if (nextWriter != writer && (nextPhase == FencedReconciler.End || !former.Add(writer) || former.Contains(nextWriter)))
                yield return $"two replicas at once: {write}";
            (writer, phase, number) = (nextWriter, nextPhase, nextNumber);
        }
    }

    /// <summary>How long after the last sign of life of each leader the next one took the Lease, by the times that they wrote into it.</summary>
    internal static IEnumerable<TimeSpan> Takeovers(IReadOnlyList<V1Lease> states) => states.Zip(states.Skip(1))
        .Where(static pair => pair.First.Spec.LeaseTransitions != pair.Second.Spec.LeaseTransitions)
        .Select(static pair => pair.Second.Spec.AcquireTime!.Value - pair.First.Spec.RenewTime!.Value);
}
