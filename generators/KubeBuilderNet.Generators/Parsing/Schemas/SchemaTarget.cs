using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing.Schemas;

/// <summary>The property whose schema is being made: what diagnostics name and underline.</summary>
internal sealed record SchemaTarget(string Name, Location? Location)
{
    public static readonly SchemaTarget None = new("", null);

    /// <summary>The same, underlining an attribute of it.</summary>
    public SchemaTarget At(AttributeData attribute, CancellationToken cancellation) =>
        this with { Location = attribute.GetLocation(cancellation) ?? Location };
}
