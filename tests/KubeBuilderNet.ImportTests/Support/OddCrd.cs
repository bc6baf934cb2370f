using System.Text.Json.Nodes;

namespace KubeBuilderNet.ImportTests.Support;

/// <summary>Small definitions around the schema that a test is about.</summary>
internal static class OddCrd
{
    /// <summary>A definition of one version.</summary>
    /// <param name="rootProperties">The properties of the root beside apiVersion, kind and metadata, as JSON.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="more">More fields of the root's schema.</param>
    public static JsonObject Of(string rootProperties, string kind = "Widget", string more = "")
    {
        var plural = kind.ToLowerInvariant() + "s";
        var properties = JsonNode.Parse(rootProperties)!.AsObject();
        properties["apiVersion"] = new JsonObject { ["type"] = "string" };
        properties["kind"] = new JsonObject { ["type"] = "string" };
        properties["metadata"] = new JsonObject { ["type"] = "object" };
        var schema = new JsonObject { ["type"] = "object", ["properties"] = properties };
        foreach (var (name, value) in JsonNode.Parse("{" + more + "}")!.AsObject())
            schema[name] = value?.DeepClone();
        return new JsonObject
        {
            ["apiVersion"] = "apiextensions.k8s.io/v1",
            ["kind"] = "CustomResourceDefinition",
            ["metadata"] = new JsonObject { ["name"] = $"{plural}.odd.example.com" },
            ["spec"] = new JsonObject
            {
                ["group"] = "odd.example.com",
                ["names"] = new JsonObject { ["kind"] = kind, ["listKind"] = kind + "List", ["plural"] = plural, ["singular"] = kind.ToLowerInvariant() },
                ["scope"] = "Namespaced",
                ["versions"] = new JsonArray(new JsonObject
                {
                    ["name"] = "v1",
                    ["served"] = true,
                    ["storage"] = true,
                    ["schema"] = new JsonObject { ["openAPIV3Schema"] = schema },
                }),
            },
        };
    }

    /// <summary>A definition whose spec has these properties.</summary>
    public static JsonObject OfSpec(string properties, string more = "") =>
        Of($$"""{"spec": {"type": "object", "properties": {{properties}}{{(more.Length > 0 ? ", " + more : "")}} } }""");

    /// <summary>Imports and builds it; fails on any difference.</summary>
    public static Imported AssertSame(JsonObject crd, int rawSchemas = 0)
    {
        var imported = Imported.From("odd.yaml", crd.ToJsonString());
        var differences = imported.Differences();
        Assert.True(differences.Count == 0, string.Join("\n", differences.Append(string.Join("\n", imported.Sources.Values))));
        Assert.Equal(rawSchemas, imported.RawSchemas);
        return imported;
    }
}
