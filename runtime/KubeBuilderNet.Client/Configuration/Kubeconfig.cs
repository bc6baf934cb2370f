namespace KubeBuilderNet.Client.Configuration;

/// <summary>Several kubeconfig files as one: for each name, and for the current context, the first file that sets it wins.</summary>
internal sealed class Kubeconfig
{
    private readonly Dictionary<string, KubeconfigNode> _clusters = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KubeconfigNode> _users = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KubeconfigNode> _contexts = new(StringComparer.Ordinal);
    private readonly List<string> _files = [];
    private string? _currentContext;

    internal IReadOnlyList<string> Contexts => [.. _contexts.Keys];

    internal static Kubeconfig Read(IEnumerable<string> files)
    {
        var merged = new Kubeconfig();
        foreach (var file in files)
            merged.Add(file);
        return merged;
    }

    internal (KubeconfigNode Context, KubeconfigNode Cluster, KubeconfigNode? User) Choose(string? contextName)
    {
        var where = string.Join(", ", _files);
        var name = contextName ?? _currentContext ?? throw new KubeconfigException(
            $"{where}: current-context is not set. Choose one of: {Names(_contexts)}.");
        if (!_contexts.TryGetValue(name, out var context))
            throw new KubeconfigException($"{where}: there is no context '{name}'. There are: {Names(_contexts)}.");
        var clusterName = context.Text("cluster") ?? throw context.Wrong("cluster", "is missing");
        if (!_clusters.TryGetValue(clusterName, out var cluster))
            throw context.Wrong("cluster", $"names '{clusterName}', which is not among the clusters: {Names(_clusters)}");
        if (context.Text("user") is not { } userName)
            return (context, cluster, null);
        return _users.TryGetValue(userName, out var user)
            ? (context, cluster, user)
            : throw context.Wrong("user", $"names '{userName}', which is not among the users: {Names(_users)}");
    }

    private void Add(string file)
    {
        _files.Add(file);
        if (KubeconfigNode.ReadFile(file) is not { } root)
            return;
        _currentContext ??= root.Text("current-context");
        AddNamed(root, "clusters", "cluster", _clusters);
        AddNamed(root, "users", "user", _users);
        AddNamed(root, "contexts", "context", _contexts);
    }

    private static void AddNamed(KubeconfigNode root, string list, string field, Dictionary<string, KubeconfigNode> into)
    {
        foreach (var entry in root.Children(list))
        {
            var name = entry.Text("name") ?? throw entry.Wrong("name", "is missing");
            var value = entry.Child(field);
            if (value is null && field != "user")
                throw entry.Wrong(field, "is missing");
            if (value is not null)
                into.TryAdd(name, value);
        }
    }

    private static string Names(Dictionary<string, KubeconfigNode> named) =>
        named.Count == 0 ? "(none)" : string.Join(", ", named.Keys.Order(StringComparer.Ordinal));
}
