using KubeBuilderNet.Generators.Parsing.Schemas;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing.Rules;

/// <summary>The attribute that a rule reads.</summary>
internal readonly record struct RuleContext(AttributeData Attribute, SchemaBuilder Builder)
{
    public object? Argument(int index) => Attribute.Argument(index);

    public object? Named(string name) => Attribute.Named(name);
}
