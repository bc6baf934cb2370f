namespace KubeBuilderNet.Client;

/// <summary>What was done to bring an object about. Follows <c>controllerutil.OperationResult</c>.</summary>
public enum WriteOutcome
{
    /// <summary>The object was as it should be; nothing was sent.</summary>
    Unchanged,

    /// <summary>There was none, and it was created.</summary>
    Created,

    /// <summary>It was changed.</summary>
    Updated,
}
