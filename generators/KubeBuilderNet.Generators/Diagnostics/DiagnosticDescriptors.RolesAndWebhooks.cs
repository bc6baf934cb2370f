using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Diagnostics;

internal static partial class DiagnosticDescriptors
{
    public static readonly DiagnosticDescriptor RefusedRule = Error("KBN0050", "RBAC rule is not allowed",
        "An API server refuses this rule: {0}");

    public static readonly DiagnosticDescriptor IdleRule = Warning("KBN0051", "RBAC verb has no effect",
        "With resource names the verb {0} grants nothing: such requests have no name. Put it into a rule without ResourceNames.");

    public static readonly DiagnosticDescriptor InvalidWebhook = Error("KBN0052", "Webhook can't be registered",
        "{0}");

    public static readonly DiagnosticDescriptor SharedWebhookName = Warning("KBN0053", "Two webhooks share a name",
        "'{0}' names two {1} webhooks: API servers want names that differ within a configuration. Set Name on one of them.");
}
