namespace KubeBuilderNet.Generators.Model;

/// <summary>How much of a schema is written: the build's choice, not the class's.</summary>
/// <param name="MaxDescriptionLength">The most bytes of a description; 0 for no descriptions, null for whole ones.</param>
/// <param name="ModelDescriptions">Whether the properties inside KubernetesClient's types are described.</param>
/// <param name="EmbeddedObjectMeta">Whether metadata inside a spec has properties.</param>
internal sealed record SchemaOptions(int? MaxDescriptionLength, bool ModelDescriptions, bool EmbeddedObjectMeta)
{
    public static readonly SchemaOptions Default = new(null, ModelDescriptions: true, EmbeddedObjectMeta: false);
}
