using KubeBuilderNet.Generators.Diagnostics;
using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing.Webhooks;

/// <summary>Reads <c>[ValidatingWebhook]</c> and <c>[DefaultingWebhook]</c>.</summary>
internal sealed class WebhookParser
{
    // The members of KubeBuilderNet.Annotations' enums by their numbers; null is not written.
    private static readonly string[] Operations = ["CREATE", "UPDATE", "DELETE", "CONNECT", "*"];
    private static readonly string?[] FailurePolicies = ["Fail", "Ignore"];
    private static readonly string?[] SideEffects = ["None", "NoneOnDryRun"];
    private static readonly string?[] MatchPolicies = [null, "Exact", "Equivalent"];
    private static readonly string?[] ReinvocationPolicies = [null, "Never", "IfNeeded"];
    private static readonly string?[] Scopes = [null, "Cluster", "Namespaced", "*"];

    private readonly AttributeData _attribute;
    private readonly bool _isMutating;
    private readonly ResourceReference? _resource;
    private string? _fault;

    private WebhookParser(AttributeData attribute, bool isMutating)
    {
        _attribute = attribute;
        _isMutating = isMutating;
        _resource = attribute.AttributeClass is { TypeArguments: [INamedTypeSymbol kind] } ? ResourceReference.Of(kind) : null;
    }

    public static EquatableArray<DeclaredWebhook> Parse(IEnumerable<AttributeData> attributes, bool isMutating, CancellationToken cancellation) => attributes
        .Where(attribute => attribute.AttributeConstructor is not null)
        .Select(attribute => Parse(attribute, isMutating, cancellation))
        .ToEquatableArray();

    private static DeclaredWebhook Parse(AttributeData attribute, bool isMutating, CancellationToken cancellation)
    {
        var parser = new WebhookParser(attribute, isMutating);
        var webhook = parser.Read();
        var location = attribute.GetLocation(cancellation);
        var fault = parser._fault ?? WebhookChecks.Find(webhook, attribute.AttributeClass!);
        return fault is null
            ? new DeclaredWebhook(webhook, LocationInfo.From(location), null)
            : new DeclaredWebhook(null, null, DiagnosticInfo.Create(DiagnosticDescriptors.InvalidWebhook, location, fault));
    }

    private Webhook Read() => new()
    {
        IsMutating = _isMutating,
        Name = _attribute.Named("Name") as string ?? DefaultName() ?? "",
        AdmissionReviewVersions = _attribute.NamedConstant("AdmissionReviewVersions") is { IsNull: false } ? _attribute.Texts("AdmissionReviewVersions") : EquatableArray.Of("v1"),
        Client = ReadClient(),
        FailurePolicy = Member("FailurePolicy", FailurePolicies)!,
        MatchConditions = ReadConditions(),
        MatchPolicy = Member("MatchPolicy", MatchPolicies),
        NamespaceSelector = Selector("NamespaceSelector"),
        ObjectSelector = Selector("ObjectSelector"),
        ReinvocationPolicy = _isMutating ? Member("ReinvocationPolicy", ReinvocationPolicies) : null,
        Rule = new WebhookRule(
            Groups(), List("Versions", 1, _resource?.Version), List("Resources", 2, _resource?.Plural),
            Decode(_attribute.Named("Operations") as int? ?? 3), Member("Scope", Scopes)),
        SideEffects = Member("SideEffects", SideEffects)!,
        TimeoutSeconds = _attribute.Named("TimeoutSeconds") as int?,
        Patch = _attribute.Named("Patch") as string,
    };

    private string? DefaultName() =>
        _resource is null ? null : $"{(_isMutating ? 'm' : 'v')}{_resource.Kind.ToLowerInvariant()}-{_resource.Version}.kb.io";

    // kubebuilder's paths: /validate-apps-example-com-v1-widget, and two dashes where the group is empty.
    private string? DefaultPath() => _resource is null
        ? null
        : $"/{(_isMutating ? "mutate" : "validate")}-{_resource.Group.Replace('.', '-')}-{_resource.Version}-{_resource.Kind.ToLowerInvariant()}";

    private WebhookClient ReadClient()
    {
        if (_attribute.Named("Url") is string && _attribute.Named("Path") is string)
            Fail("It has both Url and Path: a webhook is at one of them. Take one away.");
        return WebhookClientParser.Read(_attribute, DefaultPath());
    }

    private EquatableArray<MatchCondition> ReadConditions()
    {
        var conditions = new List<MatchCondition>();
        foreach (var text in _attribute.Texts("MatchConditions"))
        {
            var colon = text.IndexOf(':');
            if (colon <= 0 || text.Substring(colon + 1).Trim().Length == 0)
                Fail($"The match condition '{text}' must be a name, a colon and a CEL expression: \"not-nodes: !('system:nodes' in request.userInfo.groups)\".");
            else
                conditions.Add(new MatchCondition(text.Substring(0, colon).Trim(), text.Substring(colon + 1).Trim()));
        }
        return conditions.ToEquatableArray();
    }

    private LabelSelector? Selector(string name)
    {
        if (_attribute.Named(name) is not string text)
            return null;
        var (selector, fault) = SelectorParser.Parse(text);
        if (fault is not null)
            Fail($"{name}: {fault}.");
        return selector;
    }

    private EquatableArray<string> Groups() => _resource is not null && _attribute.Named("Groups") is null
        ? EquatableArray.Of(_resource.Group)
        : Split(Text("Groups", 0)).Select(group => group == "core" ? "" : group).ToEquatableArray();

    private EquatableArray<string> List(string name, int argument, string? ofResource) =>
        Split(Text(name, argument) is { Length: > 0 } text ? text : ofResource ?? "").Where(part => part.Length > 0).ToEquatableArray();

    private string Text(string name, int argument) => (_attribute.Named(name) ?? _attribute.Argument(argument)) as string ?? "";

    private static IEnumerable<string> Split(string list) => list.Split(',').Select(part => part.Trim());

    private static EquatableArray<string> Decode(int bits) => Operations.Where((_, bit) => (bits & (1 << bit)) != 0).ToEquatableArray();

    private string? Member(string name, string?[] members)
    {
        var number = _attribute.Named(name) as int? ?? 0;
        if (number >= 0 && number < members.Length)
            return members[number];
        Fail($"{name} has no member {number}.");
        return members[0];
    }

    private void Fail(string fault) => _fault ??= fault;
}
