namespace KubeBuilderNet.Annotations;

/// <summary>Whether a webhook changes anything besides its answer.</summary>
public enum SideEffects
{
    /// <summary>It doesn't.</summary>
    None = 0,

    /// <summary>Not in a dry run.</summary>
    NoneOnDryRun = 1,
}
