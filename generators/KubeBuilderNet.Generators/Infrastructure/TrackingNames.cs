namespace KubeBuilderNet.Generators.Infrastructure;

/// <summary>Names of the pipeline's steps. Tests require each to be cached when nothing it depends on has changed.</summary>
internal static class TrackingNames
{
    public const string CustomResourceParsing = nameof(CustomResourceParsing);
    public const string CustomResourceDiagnostics = nameof(CustomResourceDiagnostics);
    public const string CustomResourceConflicts = nameof(CustomResourceConflicts);
    public const string CustomResourceIdentity = nameof(CustomResourceIdentity);
    public const string CustomResourceVersions = nameof(CustomResourceVersions);
    public const string CustomResourceDefinitions = nameof(CustomResourceDefinitions);
    public const string ManifestOptions = nameof(ManifestOptions);
}
