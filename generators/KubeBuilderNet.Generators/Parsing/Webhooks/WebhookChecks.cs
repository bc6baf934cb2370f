using System.Text.RegularExpressions;
using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing.Webhooks;

/// <summary>Finds what an API server would refuse about a webhook.</summary>
internal static class WebhookChecks
{
    private const int MaxConditions = 64;

    private static readonly Regex Path = new("^/[^\\s?#]*$", RegexOptions.CultureInvariant);

    /// <summary>Whole sentences, each with the way to mend it; null when all is well.</summary>
    public static string? Find(Webhook webhook, INamedTypeSymbol attribute) =>
        OfKind(webhook, attribute) ?? OfClient(webhook.Client) ?? OfRule(webhook.Rule) ?? OfConditions(webhook.MatchConditions) ?? OfAnswers(webhook)
        ?? OfPatch(webhook.Patch);

    private static string? OfKind(Webhook webhook, INamedTypeSymbol attribute)
    {
        if (attribute.TypeArguments is [var kind] && webhook.Rule.Resources.Count == 0)
            return $"'{kind.Name}' is no kind: it has neither [CustomResource] nor KubernetesClient's [KubernetesEntity].";
        if (webhook.Name.Length == 0)
            return "The webhook has no name. Set Name to a DNS name of three or more labels, such as \"vwidget-v1.example.com\".";
        return webhook.Name.Split('.').Length >= 3 && KubernetesNames.IsSubdomain(webhook.Name)
            ? null
            : $"The name '{webhook.Name}' isn't allowed: it must be a DNS name in lower case with three or more labels, such as 'vwidget-v1.example.com'.";
    }

    private static string? OfClient(WebhookClient client)
    {
        if (client.Url is null && client.Path is null)
            return "The webhook has no address. Set Path, where its service answers, or Url.";
        if (client.Path is not null && !Path.IsMatch(client.Path))
            return $"The path '{client.Path}' must begin with '/' and be the path alone.";
        if (client.Url is not null && !WebhookClientParser.IsAllowed(client.Url))
            return $"The URL '{client.Url}' must begin with 'https://' and have no user, query or fragment.";
        if (!KubernetesNames.IsLabel(client.ServiceName) || !KubernetesNames.IsLabel(client.ServiceNamespace))
            return $"'{client.ServiceNamespace}/{client.ServiceName}' can't be a service: both must be DNS labels in lower case.";
        return client.Port is < 1 or > 65535 ? $"ServicePort is {client.Port}; it must be between 1 and 65535." : null;
    }

    private static string? OfRule(WebhookRule rule)
    {
        if (rule.Resources.Count == 0)
            return "The webhook names no resource. Write plural names, such as \"deployments\".";
        if (rule.Versions.Count == 0)
            return "The webhook names no version. Write one, such as \"v1\", or \"*\".";
        if (rule.Operations.Count == 0)
            return "The webhook reviews no operation. Set Operations, or leave it out for creations and updates.";
        if (rule.Operations.Count > 1 && rule.Operations.Contains("*"))
            return "Operations.All includes all others: write it alone.";
        return IsStarWithOthers(rule.Groups) || IsStarWithOthers(rule.Versions) ? "'*' includes all others: write it alone." : null;
    }

    private static bool IsStarWithOthers(EquatableArray<string> list) => list.Count > 1 && list.Contains("*");

    private static string? OfConditions(EquatableArray<MatchCondition> conditions)
    {
        if (conditions.Count > MaxConditions)
            return $"The webhook has {conditions.Count} match conditions; there may be {MaxConditions}.";
        if (conditions.FirstOrDefault(condition => !KubernetesNames.IsQualifiedName(condition.Name)) is { } unnamed)
            return $"The name '{unnamed.Name}' of a match condition isn't allowed: letters, digits, '-', '_' and '.', with a DNS name and '/' before it if you like.";
        return conditions.GroupBy(condition => condition.Name).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? $"Two match conditions are called '{twice.Key}'."
            : null;
    }

    private static string? OfPatch(string? patch)
    {
        if (patch is null)
            return null;
        return JsonReader.TryRead(patch, out var problem) switch
        {
            null => $"Patch isn't JSON: {problem}.",
            { Kind: JsonKind.Object } => null,
            _ => "Patch must be a JSON object, such as {\"timeoutSeconds\": 5}.",
        };
    }

    private static string? OfAnswers(Webhook webhook)
    {
        if (webhook.TimeoutSeconds is < 1 or > 30)
            return $"TimeoutSeconds is {webhook.TimeoutSeconds}; it must be between 1 and 30.";
        if (webhook.AdmissionReviewVersions.Count == 0)
            return "AdmissionReviewVersions is empty: name the versions of AdmissionReview that the webhook understands, such as \"v1\".";
        return webhook.AdmissionReviewVersions.Contains("v1") || webhook.AdmissionReviewVersions.Contains("v1beta1")
            ? null
            : "AdmissionReviewVersions has neither \"v1\" nor \"v1beta1\", and API servers send no others.";
    }
}
