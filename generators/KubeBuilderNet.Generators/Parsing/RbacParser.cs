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

    public static EquatableArray<RbacGrant> Parse(IEnumerable<AttributeData> attributes) => attributes
        .Where(attribute => attribute.ConstructorArguments.Length == 3)
        .Select(Parse)
        .ToEquatableArray();

    private static RbacGrant Parse(AttributeData attribute)
    {
        var rule = new PolicyRule(
            Split(Text(attribute.ConstructorArguments[0]), emptyIsCore: true),
            Split(Text(attribute.ConstructorArguments[1])),
            Split(Named(attribute, "ResourceNames")),
            Decode(attribute.ConstructorArguments[2].Value as int? ?? 0));
        var @namespace = Named(attribute, "Namespace");
        return Fault(rule) is { } fault
            ? new RbacGrant(@namespace, null, DiagnosticInfo.Create(DiagnosticDescriptors.EmptyRule, Place(attribute), fault))
            : new RbacGrant(@namespace, rule, null);
    }

    private static string? Fault(PolicyRule rule) => rule switch
    {
        { Resources.Count: 0 } => "it names no resource. Write plural names, such as \"deployments\".",
        { Verbs.Count: 0 } => "it has no verb. Write Verbs.Get, Verbs.Read, Verbs.All or a combination.",
        _ => null,
    };

    private static EquatableArray<string> Split(string? list, bool emptyIsCore = false)
    {
        var parts = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var part in (list ?? "").Split(','))
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

    private static string? Text(TypedConstant constant) => constant.Value as string;

    private static string? Named(AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value as string is { Length: > 0 } value ? value : null;

    private static Location? Place(AttributeData attribute) => attribute.ApplicationSyntaxReference is { } reference
        ? Location.Create(reference.SyntaxTree, reference.Span)
        : null;
}
