using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using KubeBuilderNet.Client.Json;
using KubeBuilderNet.Generators.Tests.Infrastructure;

namespace KubeBuilderNet.Generators.Tests.RoundTrip;

/// <summary>Schemas and System.Text.Json agree: what one writes the other takes, for types and values that chance makes.</summary>
public sealed class RoundTripTests
{
    private const int Kinds = 12;
    private const int ValuesOfEach = 20;

    [Fact]
    public void What_is_serialized_fits_the_schema_and_what_fits_the_schema_is_read() =>
        Gen.Int[0, int.MaxValue].Sample(Check, iter: 6, threads: 1);

    private static void Check(int seed)
    {
        var result = GeneratorTest.Run(new RandomTypes(seed).Source(Kinds));
        var context = new AssemblyLoadContext(null, isCollectible: true);
        using var image = new MemoryStream();
        Assert.True(result.Compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        image.Position = 0;
        var assembly = context.LoadFromStream(image);
        var (values, documents) = (new RandomValues(seed), new RandomDocuments(seed));
        foreach (var manifest in result.Manifests.Values.Select(json => JsonDocument.Parse(json).RootElement.GetProperty("spec")))
        {
            var kind = assembly.GetType(manifest.GetProperty("names").GetProperty("kind").GetString()!)!;
            var spec = kind.GetProperty("Spec")!.PropertyType;
            var schema = manifest.GetProperty("versions")[0].GetProperty("schema").GetProperty("openAPIV3Schema").GetProperty("properties").GetProperty("spec");
            for (var i = 0; i < ValuesOfEach; i++)
            {
                AssertFits(Serialize(values.Make(spec), spec), schema, spec);
                AssertExtracted(JsonSerializer.SerializeToElement(documents.Make(schema)), kind);
                AssertRead(JsonSerializer.SerializeToElement(documents.Make(schema)), schema, spec);
            }
        }
        context.Unload();
    }

    // A manager that owns the whole spec gets the whole spec back.
    private static void AssertExtracted(JsonElement spec, Type kind)
    {
        var resource = JsonSerializer.SerializeToElement(new JsonObject
        {
            ["metadata"] = JsonNode.Parse("""{"name":"a","managedFields":[{"manager":"m","operation":"Apply","apiVersion":"random.example.com/v1","fieldsV1":{"f:spec":{}}}]}"""),
            ["spec"] = JsonNode.Parse(spec.GetRawText()),
        }).Deserialize(kind, ObjectJson.Options)!;
        var configuration = kind.Assembly.GetType(kind.Name + "ApplyConfiguration")!;
        var extracted = configuration.GetMethod("Extract", BindingFlags.Public | BindingFlags.Static)!.Invoke(null, [resource, "m", null, null])!;
        var json = ((dynamic)extracted).ToJson(null);
        var expected = JsonNode.Parse(Serialize(((dynamic)resource).Spec, kind.GetProperty("Spec")!.PropertyType).GetRawText());
        Assert.True(JsonNode.DeepEquals(expected, json["spec"]), $"{expected}\n{json["spec"]}");
    }

    private static JsonElement Serialize(object value, Type type) => JsonSerializer.SerializeToElement(value, type, ObjectJson.Options);

    private static void AssertFits(JsonElement json, JsonElement schema, Type type) =>
        Assert.True(!SchemaFit.Faults(json, schema).Any(), $"{type.Name}: {SchemaFit.Faults(json, schema).FirstOrDefault()}\n{json}\n{schema}");

    private static void AssertRead(JsonElement json, JsonElement schema, Type type)
    {
        AssertFits(json, schema, type);
        try
        {
            // What was read says the same once it is written again, but for the defaults that it gains.
            AssertFits(Serialize(json.Deserialize(type, ObjectJson.Options)!, type), schema, type);
        }
        catch (Exception e) when (e is JsonException or FormatException or OverflowException)
        {
            Assert.Fail($"{type.Name}: {e.Message}\n{json}\n{schema}");
        }
    }
}
