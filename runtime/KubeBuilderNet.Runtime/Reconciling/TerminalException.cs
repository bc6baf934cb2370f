namespace KubeBuilderNet.Reconciling;

/// <summary>A failure that trying again won't mend: the object isn't reconciled again until something changes.</summary>
/// <remarks>Follows controller-runtime's <c>reconcile.TerminalError</c>.</remarks>
public sealed class TerminalException : Exception
{
    /// <summary>Makes the error without a message.</summary>
    public TerminalException()
    {
    }

    /// <summary>Makes the error with what is wrong.</summary>
    public TerminalException(string message) : base(message)
    {
    }

    /// <summary>Makes the error with what is wrong and what caused it.</summary>
    public TerminalException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
