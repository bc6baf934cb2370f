namespace KubeBuilderNet.Client;

/// <summary>How an object is created or replaced.</summary>
public sealed record WriteOptions
{
    /// <summary>Check only, store nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>In whose name the fields are owned; null for the user agent's.</summary>
    public string? FieldManager { get; init; }

    /// <summary>What happens to unknown fields: <c>Ignore</c>, <c>Warn</c> or <c>Strict</c>; null for the server's default.</summary>
    public string? FieldValidation { get; init; }
}
