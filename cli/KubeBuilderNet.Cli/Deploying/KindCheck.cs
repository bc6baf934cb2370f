using KubeBuilderNet.Cli.Cluster;
using KubeBuilderNet.Client.Errors;
using KubeBuilderNet.Scaffolding;

namespace KubeBuilderNet.Cli.Deploying;

/// <summary>Looks, before anything is changed, whether the cluster serves every kind that is applied.</summary>
internal static class KindCheck
{
    /// <exception cref="ScaffoldException">Names the kinds that it doesn't serve.</exception>
    public static async Task RunAsync(ClusterSession session, IReadOnlyList<ClusterObject> objects, CancellationToken cancellationToken)
    {
        var own = ApplyOrder.OwnKindsOf(objects);
        var missing = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var kind in objects.Where(item => !own.Contains((item.Group, item.Kind))).DistinctBy(item => (item.ApiVersion, item.Kind)))
        {
            if (!await IsServedAsync(session, kind, cancellationToken))
                missing.Add($"{kind.Kind} of {kind.ApiVersion}");
        }
        if (missing.Count > 0)
            throw new ScaffoldException($"the cluster has no kind {string.Join(", ", missing)}: install what defines it first, or leave it out of the overlay. Nothing was changed");
    }

    /// <summary>Waits until the cluster serves the kind of an object whose definition was just established.</summary>
    public static Task WaitAsync(ClusterSession session, ClusterObject item, CancellationToken cancellationToken) => session.WaitAsync(
        token => IsServedAsync(session, item, token),
        _ => Task.FromResult($"the cluster does not serve {item.Kind} of {item.ApiVersion} after {session.Timeout.TotalSeconds:0} s"),
        cancellationToken);

    private static async Task<bool> IsServedAsync(ClusterSession session, ClusterObject item, CancellationToken cancellationToken)
    {
        try
        {
            await session.DefinitionOfAsync(item.ApiVersion, item.Kind, cancellationToken);
            return true;
        }
        catch (KubernetesApiException e) when (e.IsNotFound)
        {
            return false;
        }
    }
}
