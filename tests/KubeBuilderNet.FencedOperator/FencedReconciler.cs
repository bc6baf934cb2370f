using System.Globalization;
using k8s.Models;
using KubeBuilderNet.Client;
using KubeBuilderNet.Reconciling;

namespace KubeBuilderNet.FencedOperator;

/// <summary>
/// Counts on in a ConfigMap when a reconcile begins and when it ends, and says which replica it was. Each write replaces the state that was
/// read, so that the server puts them all in one order; each is a change, so that the next reconcile follows at once.
/// </summary>
public sealed class FencedReconciler(IClient client, Replica replica) : IReconciler<V1ConfigMap>
{
    /// <summary>The field with the replica's name.</summary>
    public const string Writer = "writer";

    /// <summary>The field with <see cref="Begin"/> or <see cref="End"/>.</summary>
    public const string Phase = "phase";

    /// <summary>The field with how many writes there have been.</summary>
    public const string Number = "number";

    /// <summary>A reconcile has begun.</summary>
    public const string Begin = "begin";

    /// <summary>The reconcile has ended.</summary>
    public const string End = "end";

    private static readonly TimeSpan Work = TimeSpan.FromMilliseconds(250);

    /// <inheritdoc/>
    public async Task<ReconcileResult> ReconcileAsync(ReconcileRequest request, CancellationToken cancellationToken)
    {
        // Read from the server, not the cache: a replica that doesn't lead any more could write all the same.
        var begun = await WriteAsync(await client.GetAsync<V1ConfigMap>(request.Key, cancellationToken), Begin, cancellationToken);
        await Task.Delay(Work, TimeProvider.System, cancellationToken);
        await WriteAsync(begun, End, cancellationToken);
        return ReconcileResult.Done;
    }

    private Task<V1ConfigMap> WriteAsync(V1ConfigMap map, string phase, CancellationToken cancellationToken)
    {
        var number = int.Parse(map.Data[Number], CultureInfo.InvariantCulture) + 1;
        map.Data = new Dictionary<string, string> { [Writer] = replica.Name, [Phase] = phase, [Number] = number.ToString(CultureInfo.InvariantCulture) };
        return client.UpdateAsync(map, cancellationToken: cancellationToken);
    }
}
