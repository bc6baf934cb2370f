namespace KubeBuilderNet.Annotations;

/// <summary>Users of this version are warned.</summary>
/// <remarks>Follows <c>+kubebuilder:deprecatedversion</c>.</remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class DeprecatedVersionAttribute : Attribute
{
    /// <summary>What they are told.</summary>
    /// <value>Default: API servers' own words.</value>
    public string? Warning { get; set; }
}
