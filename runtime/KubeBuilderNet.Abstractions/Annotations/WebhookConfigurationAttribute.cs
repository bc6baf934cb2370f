namespace KubeBuilderNet.Annotations;

/// <summary>Names the webhook configurations of the project.</summary>
/// <remarks>Follows <c>+kubebuilder:webhookconfiguration</c>.</remarks>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class WebhookConfigurationAttribute : Attribute
{
    /// <summary>The name of the MutatingWebhookConfiguration.</summary>
    /// <value>Default: <c>mutating-webhook-configuration</c>.</value>
    public string Mutating { get; set; } = "mutating-webhook-configuration";

    /// <summary>The name of the ValidatingWebhookConfiguration.</summary>
    /// <value>Default: <c>validating-webhook-configuration</c>.</value>
    public string Validating { get; set; } = "validating-webhook-configuration";
}
