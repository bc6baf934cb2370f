using KubeBuilderNet.Generators.Infrastructure;

namespace KubeBuilderNet.Generators.Model;

/// <summary>All webhooks of a project.</summary>
internal sealed record WebhookConfigurations(
    string MutatingName, string ValidatingName, EquatableArray<Webhook> Mutating, EquatableArray<Webhook> Validating);

/// <summary>What the project's <c>[assembly: WebhookConfiguration]</c> calls them.</summary>
internal sealed record WebhookNames(string Mutating, string Validating)
{
    public static readonly WebhookNames Default = new("mutating-webhook-configuration", "validating-webhook-configuration");
}
