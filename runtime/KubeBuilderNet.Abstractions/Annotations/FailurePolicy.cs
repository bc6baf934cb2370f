namespace KubeBuilderNet.Annotations;

/// <summary>What happens when a webhook can't be reached.</summary>
public enum FailurePolicy
{
    /// <summary>The request fails.</summary>
    Fail = 0,

    /// <summary>The request goes on without it.</summary>
    Ignore = 1,
}
