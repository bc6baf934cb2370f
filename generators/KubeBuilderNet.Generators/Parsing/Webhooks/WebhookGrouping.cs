using KubeBuilderNet.Generators.Diagnostics;
using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing.Webhooks;

/// <summary>Puts a project's webhooks into their configurations.</summary>
internal static class WebhookGrouping
{
    public static WebhookNames ReadNames(AttributeData attribute) => new(
        attribute.Named("Mutating") as string ?? WebhookNames.Default.Mutating,
        attribute.Named("Validating") as string ?? WebhookNames.Default.Validating);

    public static WebhookConfigurations Group(IEnumerable<DeclaredWebhook> declared, WebhookNames names)
    {
        var webhooks = declared.Select(one => one.Webhook).OfType<Webhook>().ToLookup(webhook => webhook.IsMutating);
        return new WebhookConfigurations(names.Mutating, names.Validating, webhooks[true].ToEquatableArray(), webhooks[false].ToEquatableArray());
    }

    /// <summary>Webhooks of one configuration that share a name, each after the first.</summary>
    public static IEnumerable<DiagnosticInfo> FindSharedNames(IEnumerable<DeclaredWebhook> declared) =>
        from one in declared
        where one.Webhook is not null
        group one by (one.Webhook!.IsMutating, one.Webhook.Name) into same
        from other in same.Skip(1)
        select new DiagnosticInfo(DiagnosticDescriptors.SharedWebhookName, other.Location, EquatableArray.Of(
            same.Key.Name, same.Key.IsMutating ? "defaulting" : "validating"));
}
