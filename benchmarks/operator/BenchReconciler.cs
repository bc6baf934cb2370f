using System.Globalization;
using System.Text.Json.Nodes;
using k8s.Models;
using KubeBuilderNet.Annotations;
using KubeBuilderNet.Caching;
using KubeBuilderNet.Client;
using KubeBuilderNet.Owners;
using KubeBuilderNet.Reconciling;

namespace KubeBuilderNet.Benchmarks.Load;

/// <summary>Keeps a ConfigMap for each Bench and says when it is as wanted.</summary>
[Owns<V1ConfigMap>]
public sealed class BenchReconciler(ILister<Bench> benches, ILister<V1ConfigMap> maps, IClient client) : IReconciler<Bench>
{
    /// <inheritdoc/>
    public async Task<ReconcileResult> ReconcileAsync(ReconcileRequest request, CancellationToken cancellationToken)
    {
        if (benches.Find(request.Key) is not { Metadata.DeletionTimestamp: null } bench)
            return ReconcileResult.Done;
        var wanted = MapOf(bench);
        if (maps.Find(request.Key) is not { } map)
            await client.CreateAsync(wanted, null, cancellationToken);
        else if (!IsAsWanted(map, wanted))
            await client.PatchAsync<V1ConfigMap>(request.Key, Patch.Merge(DataOf(wanted)), null, cancellationToken);
        await ReportAsync(bench, cancellationToken);
        return ReconcileResult.Done;
    }

    private async Task ReportAsync(Bench bench, CancellationToken cancellationToken)
    {
        if (bench.Status is { Ready: true } status && status.ObservedGeneration == bench.Metadata.Generation)
            return;
        var changed = new Bench { Metadata = bench.Metadata, Spec = bench.Spec, Status = new BenchStatus { ObservedGeneration = bench.Metadata.Generation, Ready = true } };
        await client.PatchStatusAsync(bench, changed, cancellationToken);
    }

    private static V1ConfigMap MapOf(Bench bench)
    {
        var map = new V1ConfigMap
        {
            Metadata = new V1ObjectMeta { Name = bench.Metadata.Name, NamespaceProperty = bench.Metadata.NamespaceProperty },
            Data = new Dictionary<string, string>
            {
                ["size"] = (bench.Spec.Size ?? 0).ToString(CultureInfo.InvariantCulture),
                ["message"] = bench.Spec.Message ?? "",
            },
        };
        OwnerReferences.SetControllerReference(bench, map);
        return map;
    }

    private static JsonObject DataOf(V1ConfigMap map) =>
        new() { ["data"] = new JsonObject(map.Data.Select(static item => KeyValuePair.Create(item.Key, (JsonNode?)JsonValue.Create(item.Value)))) };

    private static bool IsAsWanted(V1ConfigMap map, V1ConfigMap wanted) =>
        map.Data is { } data && wanted.Data.All(item => data.TryGetValue(item.Key, out var value) && value == item.Value);
}
