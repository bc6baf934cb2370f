namespace KubeBuilderNet.Client.Rest;

/// <summary>Options as the API server's query parameters.</summary>
internal static class QueryExtensions
{
    internal static ResourcePath With(this ResourcePath path, WriteOptions? options) => path
        .With("dryRun", options is { DryRun: true } ? "All" : null)
        .With("fieldManager", options?.FieldManager)
        .With("fieldValidation", options?.FieldValidation);

    internal static ResourcePath With(this ResourcePath path, PatchOptions? options) => path
        .With("dryRun", options is { DryRun: true } ? "All" : null)
        .With("fieldManager", options?.FieldManager)
        .With("force", options is { Force: true });
}
