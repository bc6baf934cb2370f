namespace KubeBuilderNet.Annotations;

/// <summary>An example of the value, which must fit its schema.</summary>
/// <remarks>Follows <c>+kubebuilder:example</c>.</remarks>
/// <param name="json">Any JSON.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum, AllowMultiple = true)]
public sealed class ExampleAttribute(string json) : SchemaAttribute
{
    /// <summary>Any JSON.</summary>
    public string Json { get; } = json;
}
