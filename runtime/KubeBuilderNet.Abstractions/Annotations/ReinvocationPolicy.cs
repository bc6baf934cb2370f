namespace KubeBuilderNet.Annotations;

/// <summary>Whether a defaulting webhook is called again.</summary>
public enum ReinvocationPolicy
{
    /// <summary>API servers' own choice: <see cref="Never"/>.</summary>
    Unset = 0,

    /// <summary>Once for a request.</summary>
    Never = 1,

    /// <summary>Again when a later webhook changed the object.</summary>
    IfNeeded = 2,
}
