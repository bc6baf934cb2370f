using System.Text;
using System.Text.Json.Nodes;
using k8s.Models;
using KubeBuilderNet.Caching;
using KubeBuilderNet.Client;
using KubeBuilderNet.Events;
using KubeBuilderNet.Finalizers;
using KubeBuilderNet.Owners;
using KubeBuilderNet.Reconciling;

namespace KubeBuilderNet.Runtime.Tests.Endurance;

/// <summary>An operator as users write them: finalizers, an owned object, a status, events; it fails and hangs now and then.</summary>
internal sealed class MapReconciler : IReconciler<V1ConfigMap>
{
    private readonly ILister<V1ConfigMap> _maps;
    private readonly CachedClient _client;
    private readonly IEventRecorder _events;
    private readonly Weather _weather;
    private readonly World _world;
    private readonly FinalizerSet<V1ConfigMap> _finalizers;

    public MapReconciler(ILister<V1ConfigMap> maps, CachedClient client, IEventRecorder events, Weather weather, World world)
    {
        (_maps, _client, _events, _weather, _world) = (maps, client, events, weather, world);
        _finalizers = new FinalizerSet<V1ConfigMap>(client)
            .Register("hours.test/secret", (map, token) => client.TryDeleteAsync(new V1Secret { Metadata = new() { Name = map.Metadata.Name, NamespaceProperty = "default" } }, null, token))
            .Register("hours.test/outside", (map, _) =>
            {
                world.Left(map.Metadata.Uid);
                return Task.CompletedTask;
            });
    }

    public async Task<ReconcileResult> ReconcileAsync(ReconcileRequest request, CancellationToken cancellationToken)
    {
        if (_maps.Find(request.Key) is not { } cached)
            return ReconcileResult.Done;
        var (map, isGoing) = await _finalizers.FinalizeAsync(cached, cancellationToken);
        if (isGoing)
            return ReconcileResult.Done;
        await HaveBadLuckAsync(request.Key, cancellationToken);
        if (map.Data[Modes.Mode] == Modes.Impossible)
            await RefuseAsync(map, cancellationToken);
        await KeepSecretAsync(map, cancellationToken);
        var step = map.Data[Modes.Mode] == Modes.Stepwise ? NextStep(map) : "";
        await ReportAsync(map, map.Data[Modes.Want], step, cancellationToken);
        return map.Data[Modes.Mode] switch
        {
            Modes.Periodic => ReconcileResult.RequeueAfter(Modes.Period),
            Modes.Stepwise when !step.EndsWith("/3", StringComparison.Ordinal) => ReconcileResult.Requeue,
            _ => ReconcileResult.Done,
        };
    }

    private Task HaveBadLuckAsync(ObjectKey key, CancellationToken cancellationToken)
    {
        if (_weather.Happens(0.03))
            throw new InvalidOperationException("now and then it fails");
        if (_weather.Happens(0.005))
        {
            _world.GivenUp.Enqueue(key);
            throw new TerminalException("now and then it gives up, until something changes");
        }
        return _weather.Happens(0.003) ? Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken) : Task.CompletedTask;
    }

    private async Task RefuseAsync(V1ConfigMap map, CancellationToken cancellationToken)
    {
        _events.Warning(map, "Impossible", "Reconcile", "It can't be done as it stands");
        await ReportAsync(map, "refused " + map.Data[Modes.Want], "", cancellationToken);
        throw new TerminalException("it can't be done as it stands");
    }

    private async Task KeepSecretAsync(V1ConfigMap map, CancellationToken cancellationToken)
    {
        var written = await _client.CreateOrPatchAsync<V1Secret>(ObjectKey.Of(map), secret =>
        {
            OwnerReferences.SetControllerReference(map, secret);
            secret.Data = new Dictionary<string, byte[]> { [Modes.Got] = Encoding.UTF8.GetBytes(map.Data[Modes.Want]) };
        }, cancellationToken);
        if (written.Outcome == WriteOutcome.Unchanged)
            return;
        _events.Normal(map, written.Outcome.ToString(), "KeepSecret", "The secret is as it should be", written.Resource);
        if (_weather.Happens(0.2))
            await _client.WaitForCacheAsync(written.Resource, cancellationToken);
    }

    // Of what is wanted now; another want begins anew.
    private static string NextStep(V1ConfigMap map)
    {
        var want = map.Data[Modes.Want];
        return map.GetAnnotation(Modes.Step) is { } step && step.StartsWith(want + "/", StringComparison.Ordinal)
            ? $"{want}/{Math.Min(step[^1] - '0' + 1, 3)}"
            : want + "/1";
    }

    private async Task ReportAsync(V1ConfigMap map, string status, string step, CancellationToken cancellationToken)
    {
        if (map.GetAnnotation(Modes.Status) == status && (map.GetAnnotation(Modes.Step) ?? "") == step)
            return;
        await _client.PatchAsync<V1ConfigMap>(ObjectKey.Of(map), Patch.Merge(new JsonObject
        {
            ["metadata"] = new JsonObject
            {
                ["resourceVersion"] = map.Metadata.ResourceVersion,
                ["annotations"] = new JsonObject { [Modes.Status] = status, [Modes.Step] = step },
            },
        }), null, cancellationToken);
    }
}
