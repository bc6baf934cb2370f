namespace KubeBuilderNet.Client.Rest;

/// <summary>One request to the API server.</summary>
/// <param name="Method">The verb.</param>
/// <param name="Path">The path below the server's URL, each part escaped, with its query.</param>
public sealed record RestRequest(HttpMethod Method, string Path)
{
    /// <summary>The body; null for none.</summary>
    public ReadOnlyMemory<byte>? Body { get; init; }

    /// <summary>The form of the body.</summary>
    /// <value>Default: <c>application/json</c>.</value>
    public string ContentType { get; init; } = "application/json";

    /// <summary>The forms of an answer that are understood; null for JSON.</summary>
    public string? Accept { get; init; }

    /// <summary>How long the answer may take; null for <see cref="RestClientOptions.RequestTimeout"/>.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>The verb and the path, as messages show them.</summary>
    public override string ToString() => $"{Method} {Path}";
}
