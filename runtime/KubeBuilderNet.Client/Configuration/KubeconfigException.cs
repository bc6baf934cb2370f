namespace KubeBuilderNet.Client.Configuration;

/// <summary>A kubeconfig file that can't be used, or no configuration at all. The message names file, line and field.</summary>
public sealed class KubeconfigException : Exception
{
    /// <summary>Makes the error without a message.</summary>
    public KubeconfigException()
    {
    }

    /// <summary>Makes the error with what is wrong and how to mend it.</summary>
    public KubeconfigException(string message) : base(message)
    {
    }

    /// <summary>Makes the error with what is wrong, how to mend it, and what caused it.</summary>
    public KubeconfigException(string message, Exception? innerException) : base(message, innerException)
    {
    }
}
