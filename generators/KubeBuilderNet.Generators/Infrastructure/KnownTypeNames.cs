namespace KubeBuilderNet.Generators.Infrastructure;

/// <summary>Metadata names of the types that the generators look for. They are known by name only; a test resolves each.</summary>
internal static class KnownTypeNames
{
    public const string CustomResourceAttribute = "KubeBuilderNet.Annotations.CustomResourceAttribute";
    public const string PrintColumnAttribute = "KubeBuilderNet.Annotations.PrintColumnAttribute";
    public const string PatternAttribute = "KubeBuilderNet.Annotations.PatternAttribute";
    public const string RbacAttribute = "KubeBuilderNet.Annotations.RbacAttribute";
    public const string InferRbacAttribute = "KubeBuilderNet.Annotations.InferRbacAttribute";
    public const string GenerateApplyConfigurationAttribute = "KubeBuilderNet.Annotations.GenerateApplyConfigurationAttribute";
    public const string OwnsAttribute = "KubeBuilderNet.Annotations.OwnsAttribute`1";
    public const string WatchesAttribute = "KubeBuilderNet.Annotations.WatchesAttribute`1";
    public const string ForAttribute = "KubeBuilderNet.Annotations.ForAttribute`1";

    public const string ValidatingWebhookAttribute = "KubeBuilderNet.Annotations.ValidatingWebhookAttribute";
    public const string ValidatingWebhookOfKindAttribute = "KubeBuilderNet.Annotations.ValidatingWebhookAttribute`1";
    public const string DefaultingWebhookAttribute = "KubeBuilderNet.Annotations.DefaultingWebhookAttribute";
    public const string DefaultingWebhookOfKindAttribute = "KubeBuilderNet.Annotations.DefaultingWebhookAttribute`1";
    public const string WebhookConfigurationAttribute = "KubeBuilderNet.Annotations.WebhookConfigurationAttribute";

    public const string CustomResource = "KubeBuilderNet.CustomResource";
    public const string CustomResourceOfSpec = "KubeBuilderNet.CustomResource`1";
    public const string CustomResourceOfSpecAndStatus = "KubeBuilderNet.CustomResource`2";
    public const string GroupVersionKind = "KubeBuilderNet.GroupVersionKind";
    public const string KubernetesManifestAttribute = "KubeBuilderNet.KubernetesManifestAttribute";
    public const string DeepCopyable = "KubeBuilderNet.IDeepCopyable`1";

    public const string ApplyConfiguration = "KubeBuilderNet.Client.Applying.ApplyConfiguration";
    public const string ResourceClient = "KubeBuilderNet.Client.ResourceClient`1";
    public const string SharedInformerFactory = "KubeBuilderNet.Caching.SharedInformerFactory";
    public const string Reconciler = "KubeBuilderNet.Reconciling.IReconciler`1";
    public const string ReconcileRequest = "KubeBuilderNet.Reconciling.ReconcileRequest";
    public const string Predicate = "KubeBuilderNet.Predicates.Predicate";
    public const string PredicateOf = "KubeBuilderNet.Predicates.IPredicate`1";
    public const string KubeBuilder = "KubeBuilderNet.Hosting.IKubeBuilder";

    public const string KubernetesEntityAttribute = "k8s.Models.KubernetesEntityAttribute";
    public const string ModelsNamespace = "k8s.Models";
    public const string Annotations = "KubeBuilderNet.Annotations";
}
