namespace KubeBuilderNet.Annotations;

/// <summary>What a webhook reviews.</summary>
[Flags]
public enum Operations
{
    /// <summary>Nothing; refused.</summary>
    None = 0,

    /// <summary>Creations.</summary>
    Create = 1,

    /// <summary>Updates.</summary>
    Update = 2,

    /// <summary>Deletions.</summary>
    Delete = 4,

    /// <summary>Connections, such as <c>exec</c>.</summary>
    Connect = 8,

    /// <summary>Everything, written as <c>*</c>.</summary>
    All = 16,
}
