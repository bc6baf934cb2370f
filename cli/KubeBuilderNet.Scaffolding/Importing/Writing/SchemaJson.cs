using System.Text;
using KubeBuilderNet.Generators.Emit;
using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;

namespace KubeBuilderNet.Scaffolding.Importing.Writing;

/// <summary>A schema as compact JSON, as the generator writes it.</summary>
internal static class SchemaJson
{
    public static string Of(Schema schema)
    {
        var text = new StringBuilder();
        new SchemaWriter(new JsonWriter(text), SchemaOptions.Default).Write(schema);
        return text.ToString();
    }
}
