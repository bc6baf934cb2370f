using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;

namespace KubeBuilderNet.Generators.Parsing.KubernetesModels;

/// <summary>Types that every CustomResourceDefinition writes in one way: the table "known types" of controller-gen.</summary>
internal static class FixedSchemas
{
    private static readonly EquatableArray<Schema> IntegerOrText = EquatableArray.Of(new Schema { Type = "integer" }, new Schema { Type = "string" });

    private static readonly Dictionary<string, Schema> Known = new(StringComparer.Ordinal)
    {
        ["ResourceQuantity"] = new Schema
        {
            AnyOf = IntegerOrText,
            IntOrString = true,
            Pattern = @"^(\+|-)?(([0-9]+(\.[0-9]*)?)|(\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\+|-)?(([0-9]+(\.[0-9]*)?)|(\.[0-9]+))))?$",
        },
        ["IntOrString"] = new Schema { AnyOf = IntegerOrText, IntOrString = true },
        ["V1ObjectMeta"] = new Schema { Type = "object", Origin = SchemaOrigin.ObjectMeta },
    };

    public static bool TryGet(string className, out Schema schema) => Known.TryGetValue(className, out schema!);
}
