namespace KubeBuilderNet.Client.Discovery;

/// <summary>A name means kinds of several groups.</summary>
/// <remarks>Follows <c>k8s.io/apimachinery/pkg/api/meta.AmbiguousKindError</c>.</remarks>
public sealed class AmbiguousNameException : Exception
{
    /// <summary>Makes the error without a message.</summary>
    public AmbiguousNameException()
    {
    }

    /// <summary>Makes the error with a message.</summary>
    public AmbiguousNameException(string message) : base(message)
    {
    }

    /// <summary>Makes the error with a message and what caused it.</summary>
    public AmbiguousNameException(string message, Exception? innerException) : base(message, innerException)
    {
    }

    /// <summary>Makes the error of a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="candidates">What it may mean.</param>
    public AmbiguousNameException(string name, IReadOnlyList<ResourceDefinition> candidates)
        : base($"'{name}' may be {string.Join(" or ", (candidates ?? []).Select(static one => $"{one.Plural}.{one.Kind.Group}".TrimEnd('.') + $" ({one.Kind})"))}: say the group.") =>
        Candidates = candidates ?? [];

    /// <summary>What the name may mean, the more important first.</summary>
    public IReadOnlyList<ResourceDefinition> Candidates { get; } = [];
}
