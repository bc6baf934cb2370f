namespace KubeBuilderNet.Scaffolding.Helm;

/// <summary>Where an object's template lies, and the value that turns it on.</summary>
/// <param name="Path">Below <c>templates/</c>.</param>
/// <param name="Guard">The condition; null for always.</param>
internal sealed record ChartPlace(string Path, string? Guard)
{
    private static readonly string[] HelperRoles = ["-admin-role", "-editor-role", "-viewer-role"];

    public static ChartPlace Of(ChartObject item, ChartModel model)
    {
        var suffix = model.Suffix(item.Name);
        return item switch
        {
            { IsDefinition: true } => new($"crd/{suffix}.yaml", ".Values.crd.enabled"),
            _ when item == model.Manager => new("manager/manager.yaml", ".Values.manager.enabled"),
            { Group: "", Kind: "ServiceAccount" } => new($"rbac/{suffix}.yaml", ".Values.serviceAccount.enabled"),
            { IsRbac: true } => new($"rbac/{suffix}.yaml", RoleGuard(suffix)),
            { IsCertManager: true } => new($"cert-manager/{suffix}.yaml", CertificateGuard(suffix)),
            { IsWebhookConfiguration: true } => new($"webhook/{suffix}.yaml", ".Values.webhook.enabled"),
            _ when item.IsServiceOf("webhook") => new($"webhook/{suffix}.yaml", ".Values.webhook.enabled"),
            _ when item.IsServiceOf("metrics") => new($"metrics/{suffix}.yaml", ".Values.metrics.enabled"),
            { Group: "monitoring.coreos.com" } => new($"prometheus/{suffix}.yaml", "and .Values.prometheus.enabled .Values.metrics.enabled"),
            { Group: "networking.k8s.io", Kind: "NetworkPolicy" } => new($"network-policy/{suffix}.yaml", PolicyGuard(suffix)),
            _ => new($"extra/{suffix}.yaml", null),
        };
    }

    private static string? RoleGuard(string suffix) =>
        Array.Exists(HelperRoles, end => suffix.EndsWith(end, StringComparison.Ordinal)) ? ".Values.rbac.helpers.enabled"
        : IsOf(suffix, "metrics-auth") ? "and .Values.metrics.enabled .Values.metrics.secure"
        : IsOf(suffix, "metrics") ? ".Values.metrics.enabled"
        : null;

    private static string CertificateGuard(string suffix) =>
        IsOf(suffix, "metrics") ? "and .Values.certManager.enabled .Values.metrics.enabled"
        : IsOf(suffix, "serving") || IsOf(suffix, "webhook") ? "and .Values.certManager.enabled .Values.webhook.enabled"
        : ".Values.certManager.enabled";

    private static string PolicyGuard(string suffix) =>
        IsOf(suffix, "webhook") ? "and .Values.networkPolicy.enabled .Values.webhook.enabled" : ".Values.networkPolicy.enabled";

    private static bool IsOf(string suffix, string part) => suffix.Contains(part, StringComparison.Ordinal);
}
