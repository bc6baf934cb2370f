using System.Text.Json.Nodes;
using KubeBuilderNet.Cli.Cluster;
using KubeBuilderNet.Scaffolding;

namespace KubeBuilderNet.Cli.Deploying;

/// <summary>Waits until workloads run as they were applied, as <c>kubectl rollout status</c> does.</summary>
internal static class Rollout
{
    /// <summary>Waits for one workload.</summary>
    /// <exception cref="ScaffoldException">It doesn't run in time, or never will; the message has what its pods wait for.</exception>
    public static Task WaitAsync(ClusterSession session, ClusterObject item, CancellationToken cancellationToken) => session.WaitAsync(
        async token => IsDone(item, await session.FindAsync(item.Manifest, token) ?? throw new ScaffoldException($"{item} was deleted while it was waited for")),
        async token => $"{item} does not run after {session.Timeout.TotalSeconds:0} s: {await WhyAsync(session, item, token)}",
        cancellationToken);

    private static bool IsDone(ClusterObject item, JsonObject live)
    {
        var status = live["status"];
        if ((long?)live["metadata"]?["generation"] > ((long?)status?["observedGeneration"] ?? 0))
            return false;
        if (Conditions(live).FirstOrDefault(condition => (string?)condition["reason"] == "ProgressDeadlineExceeded") is { } failed)
            throw new ScaffoldException($"{item} does not come up: {(string?)failed["message"]}");
        var (wanted, updated, available) = item.Kind switch
        {
            "DaemonSet" => (Count(status, "desiredNumberScheduled"), Count(status, "updatedNumberScheduled"), Count(status, "numberAvailable")),
            "StatefulSet" => (Wanted(live), Count(status, "updatedReplicas"), Count(status, "readyReplicas")),
            _ => (Wanted(live), Count(status, "updatedReplicas"), Count(status, "availableReplicas")),
        };
        return updated >= wanted && available >= wanted;
    }

    private static async Task<string> WhyAsync(ClusterSession session, ClusterObject item, CancellationToken cancellationToken)
    {
        var labels = item.Manifest["spec"]?["selector"]?["matchLabels"] as JsonObject ?? [];
        var selector = Uri.EscapeDataString(string.Join(',', labels.Select(label => $"{label.Key}={label.Value}")));
        var pods = await session.GetAsync($"/api/v1/namespaces/{item.Namespace ?? "default"}/pods?labelSelector={selector}", cancellationToken);
        var waiting = (pods["items"] as JsonArray ?? []).SelectMany(pod => pod?["status"]?["containerStatuses"] as JsonArray ?? [])
            .Select(container => container?["state"]?["waiting"]).OfType<JsonObject>()
            .Select(state => $"{(string?)state["reason"]}: {(string?)state["message"]}".TrimEnd(' ', ':')).Distinct().ToList();
        if (waiting.Count > 0)
            return string.Join("; ", waiting);
        var live = await session.FindAsync(item.Manifest, cancellationToken);
        var conditions = live is null ? [] : Conditions(live).ToList();
        var refusal = conditions.Find(condition => (string?)condition["type"] == "ReplicaFailure")
            ?? conditions.Find(condition => (string?)condition["status"] == "False");
        return (string?)refusal?["message"] ?? "its pods are not ready yet: see --timeout";
    }

    private static IEnumerable<JsonObject> Conditions(JsonObject live) => (live["status"]?["conditions"] as JsonArray ?? []).OfType<JsonObject>();

    private static long Wanted(JsonObject live) => (long?)live["spec"]?["replicas"] ?? 1;

    private static long Count(JsonNode? status, string field) => (long?)status?[field] ?? 0;
}
