using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;

namespace KubeBuilderNet.Generators.Emit;

/// <summary>Writes webhook configurations as JSON: the mutating one first, as controller-gen does.</summary>
internal static class WebhookWriter
{
    /// <summary>One object, or an array when there are two; null when there is no webhook.</summary>
    public static string? Write(WebhookConfigurations configurations)
    {
        var (mutating, validating) = (configurations.Mutating, configurations.Validating);
        if (mutating.Count + validating.Count == 0)
            return null;
        var json = new JsonWriter();
        var isList = mutating.Count > 0 && validating.Count > 0;
        if (isList)
            json.StartArray();
        WriteConfiguration(json, "MutatingWebhookConfiguration", configurations.MutatingName, mutating);
        WriteConfiguration(json, "ValidatingWebhookConfiguration", configurations.ValidatingName, validating);
        if (isList)
            json.EndArray();
        return json.ToString();
    }

    private static void WriteConfiguration(JsonWriter json, string kind, string name, EquatableArray<Webhook> webhooks)
    {
        if (webhooks.Count == 0)
            return;
        json.StartObject()
            .Name("apiVersion").Value("admissionregistration.k8s.io/v1")
            .Name("kind").Value(kind)
            .Name("metadata").StartObject().Name("name").Value(name).EndObject()
            .Name("webhooks").StartArray();
        foreach (var text in Sorted(webhooks))
            json.Raw(text);
        json.EndArray().EndObject();
    }

    // The order in which a compiler is given the files must not show, so the text decides between equal names.
    private static IEnumerable<string> Sorted(EquatableArray<Webhook> webhooks) => webhooks
        .Select(webhook => (webhook.Name, Text: Text(webhook)))
        .OrderBy(entry => entry.Name, StringComparer.Ordinal)
        .ThenBy(entry => entry.Text, StringComparer.Ordinal)
        .Select(entry => entry.Text);

    private static string Text(Webhook webhook)
    {
        var json = new JsonWriter();
        WriteEntry(json, webhook);
        var text = json.ToString();
        return webhook.Patch is { } by && JsonReader.TryRead(by, out _) is { } patch && JsonReader.TryRead(text, out _) is { } entry
            ? JsonCompactor.Write(MergePatch.Apply(entry, patch))
            : text;
    }

    private static void WriteEntry(JsonWriter json, Webhook webhook)
    {
        json.StartObject();
        json.WriteTexts("admissionReviewVersions", webhook.AdmissionReviewVersions);
        WebhookClientWriter.Write(json, webhook.Client);
        json.WriteText("failurePolicy", webhook.FailurePolicy);
        WriteConditions(json, webhook.MatchConditions);
        json.WriteText("matchPolicy", webhook.MatchPolicy);
        json.Name("name").Value(webhook.Name);
        WriteSelector(json, "namespaceSelector", webhook.NamespaceSelector);
        WriteSelector(json, "objectSelector", webhook.ObjectSelector);
        json.WriteText("reinvocationPolicy", webhook.ReinvocationPolicy);
        WriteRule(json, webhook.Rule);
        json.WriteText("sideEffects", webhook.SideEffects);
        if (webhook.TimeoutSeconds is { } seconds)
            json.Name("timeoutSeconds").Value(seconds);
        json.EndObject();
    }

    private static void WriteConditions(JsonWriter json, EquatableArray<MatchCondition> conditions)
    {
        if (conditions.Count == 0)
            return;
        json.Name("matchConditions").StartArray();
        foreach (var condition in conditions)
            json.StartObject().Name("expression").Value(condition.Expression).Name("name").Value(condition.Name).EndObject();
        json.EndArray();
    }

    private static void WriteSelector(JsonWriter json, string name, LabelSelector? selector)
    {
        if (selector is null)
            return;
        json.Name(name).StartObject();
        if (selector.Requirements.Count > 0)
        {
            json.Name("matchExpressions").StartArray();
            foreach (var requirement in selector.Requirements)
            {
                json.StartObject().Name("key").Value(requirement.Key).Name("operator").Value(requirement.Operator);
                json.WriteTexts("values", requirement.Values);
                json.EndObject();
            }
            json.EndArray();
        }
        if (selector.Labels.Count > 0)
        {
            json.Name("matchLabels").StartObject();
            foreach (var label in selector.Labels)
                json.Name(label.Key).Value(label.Value);
            json.EndObject();
        }
        json.EndObject();
    }

    private static void WriteRule(JsonWriter json, WebhookRule rule)
    {
        json.Name("rules").StartArray().StartObject();
        json.WriteTexts("apiGroups", rule.Groups);
        json.WriteTexts("apiVersions", rule.Versions);
        json.WriteTexts("operations", rule.Operations);
        json.WriteTexts("resources", rule.Resources);
        json.WriteText("scope", rule.Scope);
        json.EndObject().EndArray();
    }
}
