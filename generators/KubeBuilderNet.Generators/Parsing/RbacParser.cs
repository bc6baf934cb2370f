using KubeBuilderNet.Generators.Diagnostics;
using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing;

/// <summary>Reads <c>[Rbac]</c> attributes.</summary>
internal static class RbacParser
{
    // The bits of KubeBuilderNet.Verbs, lowest first.
    private static readonly string[] Verbs = ["get", "list", "watch", "create", "update", "patch", "delete", "deletecollection"];

    public static EquatableArray<RbacGrant> Parse(IEnumerable<AttributeData> attributes, CancellationToken cancellation) => attributes
        .Where(attribute => attribute.ConstructorArguments.Length == 3)
        .Select(attribute => Parse(attribute, cancellation))
        .ToEquatableArray();

    private static RbacGrant Parse(AttributeData attribute, CancellationToken cancellation)
    {
        var rule = new PolicyRule(
            Split(attribute.Argument(0), emptyIsCore: true),
            Split(attribute.Argument(1)),
            Split(attribute.Named("ResourceNames")),
            Decode(attribute.Argument(2) as int? ?? 0));
        var @namespace = attribute.Named("Namespace") as string is { Length: > 0 } named ? named : null;
        return Fault(rule) is { } fault
            ? new RbacGrant(@namespace, null, DiagnosticInfo.Create(DiagnosticDescriptors.EmptyRule, attribute.GetLocation(cancellation), fault))
            : new RbacGrant(@namespace, rule, null);
    }

    private static string? Fault(PolicyRule rule) => rule switch
    {
        { Resources.Count: 0 } => "it names no resource. Write plural names, such as \"deployments\".",
        { Verbs.Count: 0 } => "it has no verb. Write Verbs.Get, Verbs.Read, Verbs.All or a combination.",
        _ => null,
    };

    private static EquatableArray<string> Split(object? list, bool emptyIsCore = false)
    {
        var parts = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var part in (list as string ?? "").Split(','))
        {
            var name = part.Trim();
            if (emptyIsCore)
                parts.Add(name == "core" ? "" : name);
            else if (name.Length > 0)
                parts.Add(name);
        }

        return parts.ToEquatableArray();
    }

    private static EquatableArray<string> Decode(int bits) =>
        Verbs.Where((_, bit) => (bits & (1 << bit)) != 0).OrderBy(verb => verb, StringComparer.Ordinal).ToEquatableArray();
}
