namespace KubeBuilderNet.Annotations;

/// <summary>Whether a webhook reviews requests through other versions of a resource.</summary>
public enum MatchPolicy
{
    /// <summary>API servers' own choice: <see cref="Equivalent"/>.</summary>
    Unset = 0,

    /// <summary>Only requests exactly as the rule says.</summary>
    Exact = 1,

    /// <summary>Requests through any version of the resource, converted.</summary>
    Equivalent = 2,
}
