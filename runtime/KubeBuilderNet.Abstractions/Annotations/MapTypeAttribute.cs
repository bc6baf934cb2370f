namespace KubeBuilderNet.Annotations;

/// <summary>Says how server-side apply merges an object or a dictionary.</summary>
/// <remarks>Follows <c>+mapType</c> and <c>+structType</c>.</remarks>
/// <param name="type">How it merges.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum, AllowMultiple = true)]
public sealed class MapTypeAttribute(MapType type) : SchemaAttribute
{
    /// <summary>How it merges.</summary>
    public MapType Type { get; } = type;
}
