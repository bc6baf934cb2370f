namespace KubeBuilderNet.Annotations;

/// <summary>Has the generator write an apply configuration of the kind: a class whose properties are all optional, for server-side apply.</summary>
/// <remarks>
/// Follows <c>+kubebuilder:ac:generate</c>. Of <c>Widget</c> comes <c>WidgetApplyConfiguration</c>, and likewise of each class that its spec and status
/// are made of. Needs the package KubeBuilderNet.Client.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class GenerateApplyConfigurationAttribute : Attribute;
