namespace KubeBuilderNet.Caching;

/// <summary>An informer that knows where its objects are.</summary>
internal interface IScopedInformer
{
    /// <summary>The namespaces that it reads; one empty name for the whole cluster.</summary>
    IReadOnlyList<string> Namespaces { get; }
}
