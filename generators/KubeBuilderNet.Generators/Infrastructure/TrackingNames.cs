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
    public const string DeepCopyParsing = nameof(DeepCopyParsing);
    public const string DeepCopyTypes = nameof(DeepCopyTypes);
    public const string DeepCopyExtensions = nameof(DeepCopyExtensions);
    public const string RbacParsing = nameof(RbacParsing);
    public const string RbacInference = nameof(RbacInference);
    public const string RbacRole = nameof(RbacRole);
    public const string ControllerParsing = nameof(ControllerParsing);
    public const string Controllers = nameof(Controllers);
    public const string OtherNeeds = nameof(OtherNeeds);
    public const string ControllerDiagnostics = nameof(ControllerDiagnostics);
    public const string WebhookParsing = nameof(WebhookParsing);
    public const string Webhooks = nameof(Webhooks);
    public const string WebhookDiagnostics = nameof(WebhookDiagnostics);
    public const string ApplyParsing = nameof(ApplyParsing);
    public const string ApplyTypes = nameof(ApplyTypes);
    public const string ClientKinds = nameof(ClientKinds);
    public const string ClientSets = nameof(ClientSets);
    public const string ClientSetDiagnostics = nameof(ClientSetDiagnostics);
    public const string BuildOptions = nameof(BuildOptions);
}
