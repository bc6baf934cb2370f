using KubeBuilderNet.Generators.Diagnostics;
using KubeBuilderNet.Generators.Infrastructure;

namespace KubeBuilderNet.Generators.Model;

/// <summary>One <c>[Rbac]</c> attribute, its lists split and sorted; or what is wrong with it.</summary>
internal sealed record RbacGrant(string? Namespace, PolicyRule? Rule, DiagnosticInfo? Diagnostic);

/// <summary>A rule of a role. Every list is sorted and has no element twice.</summary>
internal sealed record PolicyRule(
    EquatableArray<string> Groups, EquatableArray<string> Resources, EquatableArray<string> ResourceNames, EquatableArray<string> Verbs);
