namespace KubeBuilderNet.Reconciling;

/// <summary>Which object to reconcile. Follows controller-runtime's <c>reconcile.Request</c>.</summary>
/// <param name="Key">The object's namespace and name.</param>
public readonly record struct ReconcileRequest(ObjectKey Key)
{
    /// <summary>A request by namespace and name.</summary>
    public ReconcileRequest(string @namespace, string name) : this(new ObjectKey(@namespace, name))
    {
    }

    /// <summary>The object's namespace, empty for a cluster-scoped kind.</summary>
    public string Namespace => Key.Namespace;

    /// <summary>The object's name.</summary>
    public string Name => Key.Name;

    /// <summary><c>namespace/name</c>.</summary>
    public override string ToString() => Key.ToString();
}
