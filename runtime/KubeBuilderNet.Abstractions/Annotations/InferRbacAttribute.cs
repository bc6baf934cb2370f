namespace KubeBuilderNet.Annotations;

/// <summary>Says whether the manager's role gets what controllers need by their nature. On one reconciler, or on the assembly for all.</summary>
/// <remarks>
/// That is: its own kind, with status and finalizers; the kinds that it owns; reading the kinds that it watches; events; and leases for leader
/// election. Inferred unless turned off.
/// </remarks>
/// <param name="enabled">False to grant only what <see cref="RbacAttribute"/> says.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Assembly, Inherited = false)]
public sealed class InferRbacAttribute(bool enabled) : Attribute
{
    /// <summary>Whether it does.</summary>
    public bool Enabled { get; } = enabled;
}
