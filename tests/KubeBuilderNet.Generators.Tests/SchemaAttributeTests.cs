using System.Text.Json.Nodes;
using KubeBuilderNet.Generators.Tests.Infrastructure;

namespace KubeBuilderNet.Generators.Tests;

public sealed class SchemaAttributeTests
{
    [Theory]
    [InlineData("[Minimum(1), Maximum(9, Exclusive = true), MultipleOf(2)] public int?", """{"exclusiveMaximum":true,"format":"int32","maximum":9,"minimum":1,"multipleOf":2,"type":"integer"}""")]
    [InlineData("[Minimum(-0.5), Maximum(1.5), MultipleOf(0.5)] public double?", """{"format":"double","maximum":1.5,"minimum":-0.5,"multipleOf":0.5,"type":"number"}""")]
    [InlineData("[MinimumLength(1), MaximumLength(9)] public string?", """{"maxLength":9,"minLength":1,"type":"string"}""")]
    [InlineData("[MaximumLength(9)] public IntOrString?", """{"anyOf":[{"type":"integer"},{"type":"string"}],"maxLength":9,"x-kubernetes-int-or-string":true}""")]
    [InlineData("[MinItems(1), MaxItems(9)] public List<bool>?", """{"items":{"type":"boolean"},"maxItems":9,"minItems":1,"type":"array"}""")]
    [InlineData("[MinProperties(1), MaxProperties(9)] public JsonObject?", """{"maxProperties":9,"minProperties":1,"type":"object","x-kubernetes-preserve-unknown-fields":true}""")]
    [InlineData("[MaxProperties(1)] public Inner?", """{"maxProperties":1,"properties":{"a":{"type":"string"}},"type":"object"}""")]
    [InlineData("[Format(\"ipv4\")] public string?", """{"format":"ipv4","type":"string"}""")]
    [InlineData("[Format(\"\")] public int?", """{"type":"integer"}""")]
    [InlineData("[SchemaType(\"\"), PreserveUnknownFields] public string?", """{"x-kubernetes-preserve-unknown-fields":true}""")]
    [InlineData("[SchemaType(\"string\")] public bool?", """{"type":"string"}""")]
    [InlineData("[SchemaType(\"string\"), MaximumLength(3)] public Action?", """{"maxLength":3,"type":"string"}""")]
    [InlineData("[SchemaType(\"object\")] public JsonElement?", """{"type":"object","x-kubernetes-preserve-unknown-fields":true}""")]
    [InlineData("[IntOrString] public JsonElement?", """{"anyOf":[{"type":"integer"},{"type":"string"}],"x-kubernetes-int-or-string":true}""")]
    [InlineData("[IntOrString(AnyOf = false)] public string?", """{"x-kubernetes-int-or-string":true}""")]
    [InlineData("[Nullable] public string?", """{"nullable":true,"type":"string"}""")]
    [InlineData("[Title(\"T\"), Example(\" [ 1 ] \"), ExternalDocs(\"https://a.b\", Description = \"D\")] public List<int>?", """{"example":[1],"externalDocs":{"description":"D","url":"https://a.b"},"items":{"format":"int32","type":"integer"},"title":"T","type":"array"}""")]
    [InlineData("[Enum(\"a\", 1, true, null, 1.5, DayOfWeek.Friday)] public JsonElement?", """{"enum":["a",1,true,null,1.5,"Friday"],"x-kubernetes-preserve-unknown-fields":true}""")]
    [InlineData("[Enum((object?)null), Nullable] public string?", """{"enum":[null],"nullable":true,"type":"string"}""")]
    [InlineData("[EmbeddedResource] public JsonElement?", """{"type":"object","x-kubernetes-embedded-resource":true,"x-kubernetes-preserve-unknown-fields":true}""")]
    [InlineData("[EmbeddedResource] public Inner?", """{"properties":{"a":{"type":"string"}},"type":"object","x-kubernetes-embedded-resource":true}""")]
    [InlineData("[PreserveUnknownFields] public Inner?", """{"properties":{"a":{"type":"string"}},"type":"object","x-kubernetes-preserve-unknown-fields":true}""")]
    [InlineData("[Schemaless, SchemaType(\"object\"), AdditionalProperties] public JsonElement?", """{"additionalProperties":true,"type":"object"}""")]
    [InlineData("[Schemaless, SchemaType(\"array\"), SchemaType(\"string\", At = \"items\")] public Action?", """{"items":{"type":"string"},"type":"array"}""")]
    [InlineData("[Schemaless, PreserveUnknownFields] public int", """{"x-kubernetes-preserve-unknown-fields":true}""")]
    [InlineData("[RawSchema(\"{ \\\"type\\\" : \\\"integer\\\" }\")] public Action?", """{"type":"integer"}""")]
    [InlineData("[ListType(ListType.Set)] public List<string>?", """{"items":{"type":"string"},"type":"array","x-kubernetes-list-type":"set"}""")]
    [InlineData("[ListType(ListType.Map, \"a\", \"b\")] public List<Keyed>?", """{"items":{"properties":{"a":{"type":"string"},"b":{"type":"string"}},"required":["a","b"],"type":"object"},"type":"array","x-kubernetes-list-map-keys":["a","b"],"x-kubernetes-list-type":"map"}""")]
    [InlineData("[MapType(MapType.Atomic)] public Inner?", """{"properties":{"a":{"type":"string"}},"type":"object","x-kubernetes-map-type":"atomic"}""")]
    [InlineData("[CelRule(\"self.a > 'b'\", Message = \"m\", Reason = CelReason.FieldValueForbidden, FieldPath = \".a\", OptionalOldSelf = true)] public Inner?", """{"properties":{"a":{"type":"string"}},"type":"object","x-kubernetes-validations":[{"fieldPath":".a","message":"m","optionalOldSelf":true,"reason":"FieldValueForbidden","rule":"self.a > 'b'"}]}""")]
    [InlineData("[CelRule(\"1\"), CelRule(\"2\", MessageExpression = \"e\")] public Ruled?", """{"type":"string","enum":["A"],"x-kubernetes-validations":[{"rule":"1"},{"messageExpression":"e","rule":"2"},{"rule":"t1"},{"rule":"t2"}]}""")]
    [InlineData("[Pattern(\"a\", At = \"items\")] public List<string>?", """{"items":{"pattern":"a","type":"string"},"type":"array"}""")]
    [InlineData("[MinItems(1, At = \"values\"), Minimum(1, At = \"values.items\")] public Dictionary<string, int[]>?", """{"additionalProperties":{"items":{"format":"int32","minimum":1,"type":"integer"},"minItems":1,"type":"array"},"type":"object"}""")]
    [InlineData("[Description(\" a\\n\\tb \")] public int?", """{"description":" a\n\tb ","format":"int32","type":"integer"}""")]
    [InlineData("[Default(\"{\\\"a\\\": 1}\")] public JsonObject", """{"default":{"a":1},"type":"object","x-kubernetes-preserve-unknown-fields":true}""")]
    [InlineData("[DefaultValue(5)] public int", """{"default":5,"format":"int32","type":"integer"}""")]
    [InlineData("[DefaultValue(DayOfWeek.Friday), AllowedValues(DayOfWeek.Friday)] public DayOfWeek", """{"default":"Friday","enum":["Friday"],"type":"string"}""")]
    public void An_attribute_of_a_property_is_in_its_schema(string declaration, string expected)
    {
        const string types = """
            public class Inner { public string? A { get; set; } }
            public class Keyed { public required string A { get; set; } public required string B { get; set; } }
            [CelRule("t1"), CelRule("t2")] public enum Ruled { A }
            """;
        var setter = declaration.EndsWith("public JsonObject", StringComparison.Ordinal) ? "= [];" : "";
        var actual = GeneratorTest.Run(TestSource.Spec($"{declaration} Value {{ get; set; }} {setter}", types)).Property("value");
        AssertSame(expected, actual.GetRawText());
    }

    [Theory]
    [InlineData("[Pattern(\"p\"), MinimumLength(2)] public enum T { own }", """{"enum":["own"],"minLength":2,"pattern":"own","type":"string"}""")]
    [InlineData("[MinItems(1), Pattern(\"p\", At = \"items\")] public class T : List<string> { }", null)]
    [InlineData("[SchemaType(\"string\"), MinimumLength(2), JsonConverter(typeof(X))] public class T { public int A { get; set; } } public abstract class X : JsonConverter<T>;", """{"minLength":2,"pattern":"own","type":"string"}""")]
    [InlineData("[RawSchema(\"{\\\"type\\\":\\\"string\\\"}\")] public class T { public Action? A { get; set; } }", """{"type":"string"}""")]
    public void A_property_wins_over_its_type(string type, string? expected)
    {
        var test = new GeneratorTest(TestSource.Spec("[Pattern(\"own\")] public T? Value { get; set; }", type));
        if (expected is null)
            test.Run(new ExpectedDiagnostic("KBN0007", "Pattern(\"own\")", "strings only"));
        else
            AssertSame(expected, test.Run().Property("value").GetRawText());
    }

    [Fact]
    public void Rules_of_a_class_follow_those_of_its_members_and_precede_its_groups()
    {
        var value = GeneratorTest.Run(TestSource.Spec("public T? Value { get; set; }", """
            [CelRule("base")] public class B { [Immutable] public string? First { get; set; } }
            [AtLeastOneOf("a-b"), AtMostOneOf(nameof(If), "first"), CelRule("own"), ExactlyOneOf(nameof(First), nameof(If))]
            public class T : B
            {
                public string? If { get; set; }
                [JsonPropertyName("a-b"), Immutable, CelRule("x")] public string? Dashed { get; set; }
                [Immutable] public required string Fixed { get; set; }
            }
            """)).Property("value");
        AssertSame(
            """
            [
            {"message":"field first is immutable once set","rule":"!has(oldSelf.first) || has(self.first)"},
            {"message":"field a-b is immutable once set","rule":"!has(oldSelf.a__dash__b) || has(self.a__dash__b)"},
            {"rule":"own"},
            {"rule":"base"},
            {"message":"at most one of the fields in [if first] may be set","rule":"(has(self.__if__)?1:0)+(has(self.first)?1:0) <= 1"},
            {"message":"exactly one of the fields in [first if] must be set","rule":"(has(self.first)?1:0)+(has(self.__if__)?1:0) == 1"},
            {"message":"at least one of the fields in [a-b] must be set","rule":"has(self.a__dash__b)"}
            ]
            """,
            value.GetProperty("x-kubernetes-validations").GetRawText());
        AssertSame(
            """[{"message":"field is immutable","rule":"self == oldSelf"},{"rule":"x"}]""",
            value.GetProperty("properties").GetProperty("a-b").GetProperty("x-kubernetes-validations").GetRawText());
    }

    [Fact]
    public void Alternatives_hold_conditions_and_nothing_else()
    {
        var value = GeneratorTest.Run(TestSource.Spec(
            "[AllOf(typeof(Short)), OneOf(typeof(HasA), typeof(Deep)), Not(typeof(HasA)), AnyOf(typeof(Short))] public Inner? Value { get; set; }",
            """
            public class Inner { public string? A { get; set; } public Inner2? B { get; set; } }
            public class Inner2 { public List<int>? C { get; set; } }
            [Alternative, MaxProperties(1), Title("t")] public class Short;
            [Alternative] public class HasA { public required string A { get; set; } }
            /// <summary>Not written.</summary>
            [Alternative] public class Deep { [Enum("x"), Nullable] public required string A { get; set; } public DeepB? B { get; set; } }
            [Alternative] public class DeepB { [MinItems(1)] public List<int>? C { get; set; } [Items, Minimum(3)] public int Items { get; set; } }
            """)).Property("value");
        AssertSame("""[{"maxProperties":1}]""", value.GetProperty("allOf").GetRawText());
        AssertSame("""[{"maxProperties":1}]""", value.GetProperty("anyOf").GetRawText());
        AssertSame("""{"required":["a"]}""", value.GetProperty("not").GetRawText());
        AssertSame(
            """[{"required":["a"]},{"properties":{"a":{"enum":["x"]},"b":{"items":{"minimum":3},"properties":{"c":{"minItems":1}}}},"required":["a"]}]""",
            value.GetProperty("oneOf").GetRawText());
    }

    [Theory]
    [InlineData("Minimum(1)", "string?", "numbers only")]
    [InlineData("Maximum(1.5)", "int?", "whole number")]
    [InlineData("MultipleOf(double.NaN)", "double?", "finite")]
    [InlineData("MinimumLength(1)", "int?", "strings only")]
    [InlineData("MinItems(1)", "string?", "lists only")]
    [InlineData("MaxItems(1)", "Dictionary<string, int>?", "lists only")]
    [InlineData("MinProperties(1)", "string?", "objects and dictionaries")]
    [InlineData("MaxProperties(1)", "int[]?", "objects and dictionaries")]
    [InlineData("SchemaType(\"text\")", "string?", "no type of JSON")]
    [InlineData("ListType(ListType.Atomic)", "string?", "no list")]
    [InlineData("MapType(MapType.Atomic)", "string?", "none")]
    [InlineData("EmbeddedResource", "string?", "Kubernetes object")]
    [InlineData("AdditionalProperties", "Inner?", "PreserveUnknownFields")]
    [InlineData("AllOf(typeof(Inner))", "Inner?", "[Alternative]")]
    [InlineData("Pattern(\"a\", At = \"items\")", "string?", "asks for a list, and this is a string")]
    [InlineData("Pattern(\"a\", At = \"values\")", "Inner?", "asks for a dictionary, and this is an object")]
    [InlineData("Pattern(\"a\", At = \"items.values\")", "List<string>?", "asks for a dictionary, and this is a string")]
    [InlineData("Pattern(\"a\", At = \"keys\")", "string?", "a chain of 'items' and 'values'")]
    [InlineData("Pattern(\"a\", At = \"items\")", "List<int>?", "strings only")]
    public void An_attribute_that_cannot_apply_is_reported(string attribute, string type, string message) => GeneratorTest.Run(
        TestSource.Spec($"[{attribute}] public {type} Value {{ get; set; }}", "public class Inner { public string? A { get; set; } }"),
        new ExpectedDiagnostic("KBN0007", attribute, message));

    [Theory]
    [InlineData("[JsonConverter(typeof(X))] public int? Value { get; set; }", "")]
    [InlineData("public T? Value { get; set; }", "[JsonConverter(typeof(X))]")]
    public void A_converter_must_say_what_it_writes(string property, string onType) => GeneratorTest.Run(
        TestSource.Spec(property, $"{onType} public class T; public abstract class X : JsonConverter<T>;"),
        new ExpectedDiagnostic("KBN0013", "Value", "'WidgetSpec.Value' is written by 'X'"));

    [Theory]
    [InlineData("[JsonNumberHandling(JsonNumberHandling.WriteAsString)] public int Value { get; set; }", "")]
    [InlineData("[JsonNumberHandling(JsonNumberHandling.AllowReadingFromString | JsonNumberHandling.WriteAsString)] public int Value { get; set; }", "")]
    [InlineData("public T? Value { get; set; }", "[JsonNumberHandling(JsonNumberHandling.WriteAsString)]")]
    public void Numbers_as_text_must_say_what_is_written(string property, string onType) => GeneratorTest.Run(
        TestSource.Spec(property, $"{onType} public class T {{ public int A {{ get; set; }} }}"),
        new ExpectedDiagnostic("KBN0013", "Value", "'WidgetSpec.Value' is written by 'JsonNumberHandlingAttribute'"));

    [Theory]
    [InlineData("[JsonNumberHandling(JsonNumberHandling.WriteAsString), SchemaType(\"string\")] public int Value { get; set; }", "string")]
    [InlineData("[JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)] public int Value { get; set; }", "integer")]
    public void Numbers_as_text_are_taken_when_the_schema_says_so(string property, string type) => Assert.Equal(
        type, GeneratorTest.Run(TestSource.Spec(property)).Property("value").GetProperty("type").GetString());

    [Fact]
    public void A_field_that_is_written_to_JSON_must_be_a_property() => GeneratorTest.Run(
        TestSource.Spec("[JsonInclude] public int Kept; [JsonInclude, JsonIgnore] public int Ignored; public int Field; [JsonInclude] public static int Static;", ""),
        new ExpectedDiagnostic("KBN0016", "Kept", "'WidgetSpec.Kept' is a field"));

    [Theory]
    [InlineData("[JsonConverter(typeof(X)), SchemaType(\"string\")] public int Value { get; set; }", "string")]
    [InlineData("[JsonConverter(typeof(JsonStringEnumConverter))] public DayOfWeek Value { get; set; }", "string")]
    [InlineData("[JsonConverter(typeof(JsonStringEnumConverter<DayOfWeek>))] public DayOfWeek Value { get; set; }", "string")]
    public void A_converter_that_is_known_is_taken(string property, string type) => Assert.Equal(
        type,
        GeneratorTest.Run(TestSource.Spec(property, "public abstract class X : JsonConverter<int>;")).Property("value").GetProperty("type").GetString());

    [Theory]
    [InlineData("public string[] A { get; set; } = [\"a\", \"\"];", """["a",""]""")]
    [InlineData("public IList<int> A { get; set; } = new List<int> { 1, 2 };", "[1,2]")]
    [InlineData("public int[] A { get; set; } = new[] { 1, Two }; private const int Two = 2;", "[1,2]")]
    [InlineData("public DayOfWeek[] A { get; set; } = [DayOfWeek.Friday];", """["Friday"]""")]
    [InlineData("public Inner A { get; set; } = new() { Count = 1, Names = [\"x\"], Other = new() { Count = 2 }, Text = null };", """{"count":1,"Names":["x"],"other":{"count":2}}""")]
    [InlineData("public Inner[] A { get; set; } = [new() { Count = 1 }, new()];", """[{"count":1},{}]""")]
    [InlineData("public Dictionary<string, int> A { get; set; } = new() { [\"a\"] = 1, [\"b\"] = 2 };", """{"a":1,"b":2}""")]
    [InlineData("public Dictionary<string, int> A { get; set; } = new() { { \"a\", 1 } };", """{"a":1}""")]
    [InlineData("public ResourceQuantity A { get; set; } = new(\"1Gi\");", "\"1Gi\"")]
    [InlineData("public IntOrString A { get; set; } = \"50%\";", "\"50%\"")]
    [InlineData("public Uri A { get; set; } = new(\"https://a.b/\");", "\"https://a.b/\"")]
    [InlineData("[Default(\"[]\")] public int[] A { get; set; } = [1];", "[]")]
    public void What_is_written_out_is_a_default(string member, string json)
    {
        const string types = """
            public class Inner { public int Count { get; set; } [JsonPropertyName("Names")] public List<string>? Names { get; set; } public Deep? Other { get; set; } public string? Text { get; set; } }
            public class Deep { public int Count { get; set; } }
            """;
        var result = GeneratorTest.Run(TestSource.Spec(member, types));
        AssertSame(json, result.Property("a").GetProperty("default").GetRawText());
        Assert.False(result.Property().TryGetProperty("required", out _));
    }

    [Theory]
    [InlineData("public Inner A { get; set; } = new();")]
    [InlineData("public Inner A { get; set; } = new() { Text = \"a\".Trim() };")]
    [InlineData("public List<string> A { get; set; } = [.. Many]; private static readonly string[] Many = [\"a\"];")]
    [InlineData("public Dictionary<string, int> A { get; set; } = new(StringComparer.Ordinal);")]
    [InlineData("public byte[] A { get; set; } = [1, 2];")]
    public void What_is_not_constant_is_no_default(string member) => Assert.False(
        GeneratorTest.Run(TestSource.Spec(member, "public class Inner { public string? Text { get; set; } }")).Property("a").TryGetProperty("default", out _));

    [Theory]
    [InlineData("public required int A { get; set; } = 5;")]
    [InlineData("[Required] public int A { get; set; } = 5;")]
    [InlineData("[Default(\"5\")] public required int A { get; set; }")]
    public void A_required_property_may_have_a_default(string member)
    {
        var result = GeneratorTest.Run(TestSource.Spec(member));
        Assert.Equal(5, result.Property("a").GetProperty("default").GetInt32());
        Assert.Equal("a", result.Property().GetProperty("required")[0].GetString());
    }

    private static void AssertSame(string expected, string actual) =>
        Assert.Equal(Sorted(JsonNode.Parse(expected)).ToJsonString(), Sorted(JsonNode.Parse(actual)).ToJsonString());

    private static JsonNode Sorted(JsonNode? node) => node switch
    {
        JsonObject o => new JsonObject(o.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => KeyValuePair.Create(p.Key, p.Value is null ? null : (JsonNode?)Sorted(p.Value)))),
        JsonArray a => new JsonArray([.. a.Select(item => item is null ? null : Sorted(item))]),
        _ => node!.DeepClone(),
    };
}
