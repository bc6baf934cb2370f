namespace KubeBuilderNet.Annotations;

/// <summary>What validating and defaulting webhooks have in common: one entry of a webhook configuration, written to <c>config/webhook/manifests.yaml</c>.</summary>
/// <remarks>
/// Follows <c>+kubebuilder:webhook</c> and
/// https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#webhook-configuration.
/// </remarks>
public abstract class WebhookAttribute : Attribute
{
    private protected WebhookAttribute(string groups, string versions, string resources) =>
        (Groups, Versions, Resources) = (groups, versions, resources);

    /// <summary>API groups, comma-separated; empty or <c>core</c> for the core group, <c>*</c> for all. Of a kind: its own.</summary>
    public string Groups { get; set; }

    /// <summary>API versions, comma-separated; <c>*</c> for all. Of a kind: its own.</summary>
    public string Versions { get; set; }

    /// <summary>Plural names, comma-separated, with subresources as <c>pods/status</c>; <c>*</c> for all. Of a kind: its own.</summary>
    public string Resources { get; set; }

    /// <summary>What is reviewed.</summary>
    /// <value>Default: creations and updates.</value>
    public Operations Operations { get; set; } = Operations.Create | Operations.Update;

    /// <summary>The webhook's name, a DNS name of three or more labels.</summary>
    /// <value>Default for a kind: <c>vwidget-v1.kb.io</c>, with <c>m</c> in place of <c>v</c> for defaulting. Otherwise it must be given.</value>
    public string? Name { get; set; }

    /// <summary>The path that the API server calls.</summary>
    /// <value>Default for a kind: <c>/validate-apps-example-com-v1-widget</c>, with <c>/mutate-</c> for defaulting. Otherwise this or <see cref="Url"/> must be given.</value>
    public string? Path { get; set; }

    /// <summary>The whole address that the API server calls, in place of a service and a path.</summary>
    public string? Url { get; set; }

    /// <summary>What happens when the webhook can't be reached.</summary>
    /// <value>Default: <see cref="FailurePolicy.Fail"/>.</value>
    public FailurePolicy FailurePolicy { get; set; }

    /// <summary>Whether the webhook changes anything besides its answer.</summary>
    /// <value>Default: <see cref="SideEffects.None"/>.</value>
    public SideEffects SideEffects { get; set; }

    /// <summary>Whether requests through other versions or groups of the same resource are reviewed, too.</summary>
    /// <value>Default: nothing is written, which means <see cref="MatchPolicy.Equivalent"/>.</value>
    public MatchPolicy MatchPolicy { get; set; }

    /// <summary>How long the API server waits, 1 to 30 seconds.</summary>
    /// <value>Default: nothing is written, which means 10.</value>
    public int TimeoutSeconds { get; set; }

    /// <summary>The versions of AdmissionReview that the webhook understands.</summary>
    /// <value>Default: <c>v1</c>.</value>
    public string[] AdmissionReviewVersions { get; set; } = ["v1"];

    /// <summary>Whether objects in namespaces or those without are reviewed.</summary>
    /// <value>Default: nothing is written, which means both.</value>
    public WebhookScope Scope { get; set; }

    /// <summary>Only objects in namespaces with these labels, as kubectl writes selectors: <c>env in (a,b),!legacy</c>.</summary>
    public string? NamespaceSelector { get; set; }

    /// <summary>Only objects with these labels, as kubectl writes selectors.</summary>
    public string? ObjectSelector { get; set; }

    /// <summary>Only requests that fulfil these CEL expressions, each as <c>name: expression</c>.</summary>
    public string[] MatchConditions { get; set; } = [];

    /// <summary>The name of the webhook's service.</summary>
    /// <value>Default: <c>webhook-service</c>.</value>
    public string ServiceName { get; set; } = "webhook-service";

    /// <summary>The namespace of the webhook's service.</summary>
    /// <value>Default: <c>system</c>, which kustomize replaces.</value>
    public string ServiceNamespace { get; set; } = "system";

    /// <summary>The port of the webhook's service.</summary>
    /// <value>Default: nothing is written, which means 443.</value>
    public int ServicePort { get; set; }

    /// <summary>A JSON merge patch on the entry, for what no property here can say.</summary>
    public string? Patch { get; set; }
}
