namespace KubeBuilderNet.Permissions;

/// <summary>Something that must be allowed in each of some namespaces.</summary>
/// <param name="For">Who needs it.</param>
/// <param name="Permission">What it is.</param>
/// <param name="Namespaces">Where; one empty name for the whole cluster.</param>
/// <param name="IsNamespaced">Whether there are namespaces at all for it, as not for nodes and URLs.</param>
internal sealed record PermissionQuestion(string For, Permission Permission, IReadOnlyList<string> Namespaces, bool IsNamespaced);
