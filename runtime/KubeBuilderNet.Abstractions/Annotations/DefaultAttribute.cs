namespace KubeBuilderNet.Annotations;

/// <summary>The value that API servers fill in when there is none. A constant initializer says the same; this can say any JSON.</summary>
/// <remarks>Follows <c>+kubebuilder:default</c>. A required property stays required.</remarks>
/// <param name="json">Any JSON that fits the schema.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum, AllowMultiple = true)]
public sealed class DefaultAttribute(string json) : SchemaAttribute
{
    /// <summary>Any JSON that fits the schema.</summary>
    public string Json { get; } = json;
}
