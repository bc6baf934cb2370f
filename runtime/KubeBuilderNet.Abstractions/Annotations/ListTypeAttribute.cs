namespace KubeBuilderNet.Annotations;

/// <summary>Says how server-side apply merges a list.</summary>
/// <remarks>Follows <c>+listType</c> and <c>+listMapKey</c>.</remarks>
/// <param name="type">How it merges.</param>
/// <param name="keys">For <see cref="ListType.Map"/>, the JSON names of the properties that tell items apart: scalar, and required or with a default.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum, AllowMultiple = true)]
public sealed class ListTypeAttribute(ListType type, params string[] keys) : SchemaAttribute
{
    /// <summary>How it merges.</summary>
    public ListType Type { get; } = type;

    /// <summary>The JSON names of the properties that tell items apart.</summary>
    public string[] Keys { get; } = keys;
}
