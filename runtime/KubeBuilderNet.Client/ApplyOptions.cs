namespace KubeBuilderNet.Client;

/// <summary>How an object is applied.</summary>
public sealed record ApplyOptions
{
    /// <summary>In whose name the fields are owned.</summary>
    public required string FieldManager { get; init; }

    /// <summary>Take over fields that others own; without it, such a field is a conflict. Controllers set it.</summary>
    public bool Force { get; init; }

    /// <summary>Check only, store nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>What happens to unknown fields: <c>Ignore</c>, <c>Warn</c> or <c>Strict</c>; null for the server's default.</summary>
    public string? FieldValidation { get; init; }

    /// <summary>A subresource to apply to instead of the object, such as <c>status</c>.</summary>
    public string? Subresource { get; init; }

    internal PatchOptions ToPatchOptions() => new()
    {
        FieldManager = FieldManager,
        FieldValidation = FieldValidation,
        Force = Force,
        DryRun = DryRun,
        Subresource = Subresource,
    };
}
