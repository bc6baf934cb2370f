namespace KubeBuilderNet.Permissions;

/// <summary>All that one part of the operator needs.</summary>
/// <param name="Name">The controller's name, or what else needs it.</param>
/// <param name="Rules">What it needs.</param>
internal sealed record PermissionSet(string Name, IReadOnlyList<PermissionRule> Rules);
