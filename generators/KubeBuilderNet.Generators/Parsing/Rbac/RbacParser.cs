using KubeBuilderNet.Generators.Diagnostics;
using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing.Rbac;

/// <summary>Reads <c>[Rbac]</c> attributes.</summary>
internal static class RbacParser
{
    // The bits of KubeBuilderNet.Verbs, lowest first.
    private static readonly string[] Verbs = ["get", "list", "watch", "create", "update", "patch", "delete", "deletecollection"];

    public static EquatableArray<RbacGrant> Parse(IEnumerable<AttributeData> attributes, CancellationToken cancellation) => attributes
        .Where(attribute => attribute.ConstructorArguments.Length is 1 or 3)
        .Select(attribute => Parse(attribute, cancellation))
        .ToEquatableArray();

    private static RbacGrant Parse(AttributeData attribute, CancellationToken cancellation)
    {
        var hasResources = attribute.ConstructorArguments.Length == 3;
        var rule = new PolicyRule(
            hasResources ? Groups(attribute.Argument(0)) : EquatableArray<string>.Empty,
            hasResources ? List(attribute.Argument(1)) : EquatableArray<string>.Empty,
            List(attribute.Named("ResourceNames")),
            AllVerbs(attribute.Argument(hasResources ? 2 : 0) as int? ?? 0, List(attribute.Named("OtherVerbs"))))
        {
            Urls = List(attribute.Named("Urls")),
        };
        var namespaces = List(attribute.Named("Namespace"));
        var roleName = attribute.Named("RoleName") as string;
        if (RbacChecks.Find(rule, namespaces, roleName, hasResources) is not var (descriptor, fault))
            return new RbacGrant(namespaces, roleName, rule, null);
        var diagnostic = DiagnosticInfo.Create(descriptor, attribute.GetLocation(cancellation), fault);
        var isWritten = descriptor.DefaultSeverity != DiagnosticSeverity.Error;
        return new RbacGrant(namespaces, roleName, isWritten ? rule : null, diagnostic);
    }

    private static EquatableArray<string> Groups(object? list) =>
        new SortedSet<string>(Parts(list).Select(group => group == "core" ? "" : group), StringComparer.Ordinal).ToEquatableArray();

    private static EquatableArray<string> List(object? list) =>
        new SortedSet<string>(Parts(list).Where(part => part.Length > 0), StringComparer.Ordinal).ToEquatableArray();

    private static IEnumerable<string> Parts(object? list) => (list as string ?? "").Split(',').Select(part => part.Trim());

    private static EquatableArray<string> AllVerbs(int bits, EquatableArray<string> others) => new SortedSet<string>(
        Verbs.Where((_, bit) => (bits & (1 << bit)) != 0).Concat(others), StringComparer.Ordinal).ToEquatableArray();
}
