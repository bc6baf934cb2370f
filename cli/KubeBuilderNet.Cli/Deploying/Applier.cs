using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using KubeBuilderNet.Cli.Cluster;
using KubeBuilderNet.Client.Errors;

namespace KubeBuilderNet.Cli.Deploying;

/// <summary>Applies objects, and says what became of each.</summary>
/// <param name="session">The cluster.</param>
/// <param name="isDryRun">Whether the server only checks them.</param>
internal sealed class Applier(ClusterSession session, bool isDryRun)
{
    /// <summary>Applies objects in their order, definitions all at once: each kind is served before the next object comes.</summary>
    public async IAsyncEnumerable<Applied> ApplyAsync(IReadOnlyList<ClusterObject> objects, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var own = ApplyOrder.OwnKindsOf(objects);
        var pending = new List<ClusterObject>();
        foreach (var item in objects)
        {
            if (!item.IsDefinition)
                await WaitForKindsAsync(pending, cancellationToken);
            if (!isDryRun && own.Contains((item.Group, item.Kind)))
                await KindCheck.WaitAsync(session, item, cancellationToken);
            yield return await ApplyAsync(item, cancellationToken);
            if (item.IsDefinition && !isDryRun)
                pending.Add(item);
        }
        await WaitForKindsAsync(pending, cancellationToken);
    }

    private async Task WaitForKindsAsync(List<ClusterObject> definitions, CancellationToken cancellationToken)
    {
        foreach (var definition in definitions)
            await session.WaitForEstablishedAsync(definition.Name, cancellationToken);
        definitions.Clear();
    }

    private async Task<Applied> ApplyAsync(ClusterObject item, CancellationToken cancellationToken)
    {
        var before = await session.FindAsync(item.Manifest, cancellationToken);
        JsonObject after;
        try
        {
            after = await session.ApplyAsync(item.Manifest, item.ToString(), isDryRun, cancellationToken);
        }
        catch (KubernetesApiException e) when (isDryRun && before is null && e.IsNotFound)
        {
            // Its namespace or its kind comes with the same deployment: only the real one can check it.
            return new Applied(item, null, WithoutServersFields(item.Manifest));
        }
        return new Applied(item, before is null ? null : WithoutServersFields(before), WithoutServersFields(after));
    }

    private static JsonObject WithoutServersFields(JsonObject stored)
    {
        var copy = stored.DeepClone().AsObject();
        copy.Remove("status");
        var metadata = copy["metadata"]!.AsObject();
        foreach (var field in (string[])["managedFields", "resourceVersion", "generation", "uid", "creationTimestamp", "selfLink"])
            metadata.Remove(field);
        return copy;
    }
}

/// <summary>What became of an object.</summary>
/// <param name="Item">The object.</param>
/// <param name="Before">As it was in the cluster, without what the server writes by itself; null when it wasn't there.</param>
/// <param name="After">As it is now.</param>
internal sealed record Applied(ClusterObject Item, JsonObject? Before, JsonObject After)
{
    public bool IsChanged { get; } = !JsonNode.DeepEquals(Before, After);

    /// <summary><c>created</c>, <c>configured</c> or <c>unchanged</c>, as kubectl says it.</summary>
    public string Word => Before is null ? "created" : IsChanged ? "configured" : "unchanged";
}
