namespace KubeBuilderNet.Client.Rest;

/// <summary>Somebody in whose name requests are made, as <c>kubectl --as</c> does it.</summary>
/// <param name="User">The user's name.</param>
public sealed record Impersonation(string User)
{
    /// <summary>The user's uid; null for none.</summary>
    public string? Uid { get; init; }

    /// <summary>The groups that the user is in.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>What else is known of the user, such as scopes.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Extra { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    internal void Apply(HttpRequestMessage request)
    {
        RepeatedHeader.Add(request, "Impersonate-User", [User]);
        if (Uid is not null)
            RepeatedHeader.Add(request, "Impersonate-Uid", [Uid]);
        RepeatedHeader.Add(request, "Impersonate-Group", Groups);
        foreach (var (key, values) in Extra)
            RepeatedHeader.Add(request, "Impersonate-Extra-" + Uri.EscapeDataString(key), values);
    }
}
