using KubeBuilderNet.Managing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace KubeBuilderNet.Health;

/// <summary>What the probes ask: the manager's own state, and the checks that the application registers with <c>AddHealthChecks()</c>.</summary>
/// <remarks>A registered check counts for readiness, or for liveness if it is tagged <c>live</c>.</remarks>
internal sealed class HealthChecks(ManagerState state, HealthCheckService? registered)
{
    private const string LiveTag = "live";

    internal async Task<IReadOnlyList<HealthCheck>> LiveAsync(CancellationToken cancellationToken) =>
        [new("manager", state.Failure), .. await RegisteredAsync(live: true, cancellationToken)];

    internal async Task<IReadOnlyList<HealthCheck>> ReadyAsync(CancellationToken cancellationToken) =>
        [new("caches", Caches()), new("controllers", state.Failure ?? state.NotReady), .. await RegisteredAsync(live: false, cancellationToken)];

    private string? Caches()
    {
        if (state.Informers is not { } informers)
            return "not started yet";
        var unfilled = informers.Where(static informer => !informer.HasSynced)
            .Select(static informer => $"{informer.Kind}: {informer.LastError ?? "not listed yet"}").Order(StringComparer.Ordinal).ToList();
        return unfilled.Count == 0 ? null : string.Join("; ", unfilled);
    }

    private async Task<IEnumerable<HealthCheck>> RegisteredAsync(bool live, CancellationToken cancellationToken)
    {
        if (registered is null)
            return [];
        var report = await registered.CheckHealthAsync(check => check.Tags.Contains(LiveTag) == live, cancellationToken);
        return report.Entries.OrderBy(static entry => entry.Key, StringComparer.Ordinal).Select(static entry => new HealthCheck(entry.Key, Problem(entry.Value)));
    }

    private static string? Problem(HealthReportEntry entry) => entry.Status == HealthStatus.Unhealthy
        ? entry.Description ?? entry.Exception?.Message ?? "unhealthy"
        : null;
}
