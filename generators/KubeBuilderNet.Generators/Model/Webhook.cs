using KubeBuilderNet.Generators.Infrastructure;

namespace KubeBuilderNet.Generators.Model;

/// <summary>One entry of a webhook configuration. Texts are as they are written; null is left out.</summary>
internal sealed record Webhook
{
    public required bool IsMutating { get; init; }
    public required string Name { get; init; }
    public required EquatableArray<string> AdmissionReviewVersions { get; init; }
    public required WebhookClient Client { get; init; }
    public required string FailurePolicy { get; init; }
    public EquatableArray<MatchCondition> MatchConditions { get; init; } = EquatableArray<MatchCondition>.Empty;
    public string? MatchPolicy { get; init; }
    public LabelSelector? NamespaceSelector { get; init; }
    public LabelSelector? ObjectSelector { get; init; }
    public string? ReinvocationPolicy { get; init; }
    public required WebhookRule Rule { get; init; }
    public required string SideEffects { get; init; }
    public int? TimeoutSeconds { get; init; }

    /// <summary>A JSON merge patch on the entry.</summary>
    public string? Patch { get; init; }
}

/// <summary>What a webhook reviews.</summary>
internal sealed record WebhookRule(
    EquatableArray<string> Groups, EquatableArray<string> Versions, EquatableArray<string> Resources, EquatableArray<string> Operations, string? Scope);

/// <summary>A CEL expression that a request must fulfil.</summary>
internal sealed record MatchCondition(string Name, string Expression);
