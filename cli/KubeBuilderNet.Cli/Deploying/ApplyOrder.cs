namespace KubeBuilderNet.Cli.Deploying;

/// <summary>What must be there before what: an object never comes before one that it needs.</summary>
internal static class ApplyOrder
{
    private const int Definitions = 1;
    private const int Others = 7;
    private const int Workloads = 8;
    private const int Webhooks = 9;
    private const int OwnKinds = 10;

    /// <summary>The objects, what others need first; webhooks, which would refuse what their operator can't answer for yet, behind workloads.</summary>
    public static IReadOnlyList<ClusterObject> Sort(IReadOnlyList<ClusterObject> objects)
    {
        var own = OwnKindsOf(objects);
        return [.. objects.OrderBy(item => own.Contains((item.Group, item.Kind)) ? OwnKinds : RankOf(item))];
    }

    /// <summary>
    /// The order in which they go. Objects of the project's kinds and then their definitions go first, while the operator still runs: only it
    /// takes its finalizers off them. What is left goes in reverse.
    /// </summary>
    public static IReadOnlyList<ClusterObject> SortForRemoval(IReadOnlyList<ClusterObject> objects)
    {
        var own = OwnKindsOf(objects);
        return [.. Sort(objects).Reverse().OrderBy(item => own.Contains((item.Group, item.Kind)) ? 0 : item.IsDefinition ? 1 : 2)];
    }

    /// <summary>The groups and kinds that definitions among the objects define.</summary>
    public static HashSet<(string Group, string Kind)> OwnKindsOf(IEnumerable<ClusterObject> objects) =>
        [.. objects.Where(item => item.IsDefinition).Select(item => ((string?)item.Manifest["spec"]?["group"] ?? "", (string?)item.Manifest["spec"]?["names"]?["kind"] ?? ""))];

    private static int RankOf(ClusterObject item) => (item.Group, item.Kind) switch
    {
        ("", "Namespace") => 0,
        _ when item.IsDefinition => Definitions,
        ("scheduling.k8s.io", "PriorityClass") or ("storage.k8s.io", "StorageClass") or ("", "ResourceQuota" or "LimitRange") => 2,
        ("", "ServiceAccount") => 3,
        ("rbac.authorization.k8s.io", "Role" or "ClusterRole") => 4,
        ("rbac.authorization.k8s.io", _) => 5,
        ("", "ConfigMap" or "Secret" or "PersistentVolumeClaim" or "Service") or ("networking.k8s.io", _) or ("policy", _) => 6,
        ("apps" or "batch", _) or ("", "Pod") => Workloads,
        ("admissionregistration.k8s.io", _) => Webhooks,
        _ => Others,
    };
}
