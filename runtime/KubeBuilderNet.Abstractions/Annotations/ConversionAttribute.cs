namespace KubeBuilderNet.Annotations;

/// <summary>How API servers convert objects between versions: the <c>conversion</c> of the definition. On any one version's class.</summary>
/// <remarks>
/// Follows https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definition-versioning/#webhook-conversion.
/// Without it nothing is written, which means <see cref="ConversionStrategy.None"/>.
/// </remarks>
/// <param name="strategy">How.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ConversionAttribute(ConversionStrategy strategy) : Attribute
{
    /// <summary>How.</summary>
    public ConversionStrategy Strategy { get; } = strategy;

    /// <summary>The versions of ConversionReview that the webhook understands.</summary>
    /// <value>Default: <c>v1</c>.</value>
    public string[] ReviewVersions { get; set; } = ["v1"];

    /// <summary>The webhook's address, in place of a service.</summary>
    public string? Url { get; set; }

    /// <summary>The name of the webhook's service.</summary>
    /// <value>Default: <c>webhook-service</c>.</value>
    public string ServiceName { get; set; } = "webhook-service";

    /// <summary>The namespace of the webhook's service.</summary>
    /// <value>Default: <c>system</c>, which kustomize replaces.</value>
    public string ServiceNamespace { get; set; } = "system";

    /// <summary>The port of the webhook's service.</summary>
    /// <value>Default: none is written, which means 443.</value>
    public int ServicePort { get; set; }

    /// <summary>The path of the webhook.</summary>
    /// <value>Default: <c>/convert</c>. An empty text for none.</value>
    public string Path { get; set; } = "/convert";

    /// <summary>The certificates that the webhook is trusted by, PEM in base64.</summary>
    public string? CaBundle { get; set; }
}
