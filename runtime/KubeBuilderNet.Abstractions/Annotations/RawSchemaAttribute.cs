namespace KubeBuilderNet.Annotations;

/// <summary>The whole schema of the value, as JSON, unread: the last resort for what no other attribute can say.</summary>
/// <remarks>Controller-gen has no such marker.</remarks>
/// <param name="json">An OpenAPI v3 schema as JSON.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum, AllowMultiple = true)]
public sealed class RawSchemaAttribute(string json) : SchemaAttribute
{
    /// <summary>An OpenAPI v3 schema as JSON.</summary>
    public string Json { get; } = json;
}
