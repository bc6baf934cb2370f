namespace KubeBuilderNet.Annotations;

/// <summary>Which objects a webhook reviews.</summary>
public enum WebhookScope
{
    /// <summary>API servers' own choice: <see cref="Any"/>.</summary>
    Unset = 0,

    /// <summary>Objects without a namespace.</summary>
    Cluster = 1,

    /// <summary>Objects in namespaces.</summary>
    Namespaced = 2,

    /// <summary>Both, written as <c>*</c>.</summary>
    Any = 3,
}
