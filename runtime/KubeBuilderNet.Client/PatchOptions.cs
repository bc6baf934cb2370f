namespace KubeBuilderNet.Client;

/// <summary>How an object is patched.</summary>
public sealed record PatchOptions
{
    /// <summary>Check only, store nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>In whose name the fields are owned. Server-side apply needs one.</summary>
    public string? FieldManager { get; init; }

    /// <summary>Server-side apply only: take over fields that others own.</summary>
    public bool Force { get; init; }

    /// <summary>What happens to unknown fields: <c>Ignore</c>, <c>Warn</c> or <c>Strict</c>; null for the server's default.</summary>
    public string? FieldValidation { get; init; }

    /// <summary>A subresource to patch instead of the object, such as <c>status</c>.</summary>
    public string? Subresource { get; init; }
}
