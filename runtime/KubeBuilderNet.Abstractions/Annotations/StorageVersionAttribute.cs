namespace KubeBuilderNet.Annotations;

/// <summary>Objects are stored in this version. Exactly one version of a kind is; with a single version it need not be said.</summary>
/// <remarks>Follows <c>+kubebuilder:storageversion</c>. Without it the version of highest priority is stored.</remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class StorageVersionAttribute : Attribute;
