using System.Globalization;
using System.Text.Json.Nodes;
using CsCheck;

namespace KubeBuilderNet.ImportTests.Support;

/// <summary>Structural schemas of every kind that API servers accept, with all keywords.</summary>
internal static class RandomSchemas
{
    private const int DeepestNesting = 3;

    private static readonly Gen<string> Word = OneOf("name", "url", "replicas", "dnsNames", "x-y", "a/b", "foo-bar", "fooBar", "FooBar", "type", "spec", "$x", "ü", "items", "listType", "URL");
    private static readonly Gen<string> Line = OneOf("What it is.", "a & b < c", "x */ y", " leads", "ends ", "TODO: it", "---", "", "tab\there", "\"quoted\" \\ text", "{brace}", "ünïcödé 😀", "- item", "    code");
    private static readonly Gen<string> Description = Line.List[1, 4].Select(lines => string.Join('\n', lines));
    private static readonly Gen<string> Sentence = OneOf("self == oldSelf", "has(self.a) || self.b > 1", "self.matches('^\\\\d+$')", "size(self) < 3 &&\n  true", "self != \"x\"");

    /// <summary>A whole definition around a random spec and status.</summary>
    public static Gen<JsonObject> Definition { get; } =
        Gen.Select(Object(0), Gen.Bool, Object(1), Gen.Bool, (spec, isRequired, status, hasStatus) =>
        {
            var root = new JsonObject { ["spec"] = spec };
            if (hasStatus)
                root["status"] = status;
            return OddCrd.Of(root.ToJsonString(), more: isRequired ? "\"required\": [\"spec\"]" : "");
        });

    private static Gen<JsonObject> Value(int depth) => depth >= DeepestNesting
        ? Gen.OneOf(Text, Number, Flag, Any, IntOrString)
        : Gen.Frequency((4, Text), (2, Number), (1, Flag), (1, Any), (1, IntOrString), (3, Object(depth + 1)), (2, List(depth + 1)), (2, Map(depth + 1)));

    private static Gen<JsonObject> Text => With(
        Gen.Const(() => Json("""{"type": "string"}""")),
        Some("description", Description.Select(JsonText)),
        Some("pattern", OneOf("\"^[a-z]+$\"", "\"\\\\d\\\"\"")),
        Some("minLength", OneOf("0", "1")),
        Some("maxLength", Whole(Gen.Int[5, 300])),
        Some("format", OneOf("\"date-time\"", "\"byte\"", "\"ipv4\"", "\"uuid\"")),
        Some("enum", OneOf("""["A","B"]""", """["a-b","c d"]""", """["","x"]""", """["=~"]""")),
        Some("nullable", Gen.Const("true")),
        Some("title", OneOf("\"Title\"", "\"a \\\"b\\\"\"")),
        Some("anyOf", OneOf("""[{"format":"ipv4"},{"pattern":"^x"}]""", """[{"minLength":1},{"not":{"enum":["a"]}}]""")),
        Rules);

    private static Gen<JsonObject> Number => With(
        OneOf("integer", "number").Select(type => new JsonObject { ["type"] = type }),
        Some("format", OneOf("\"int32\"", "\"int64\"", "\"double\"", "\"float\"")),
        Some("minimum", Whole(Gen.Int[-9, 0])),
        Some("maximum", Whole(Gen.Int[10, 99])),
        Some("multipleOf", Gen.Const("1")),
        Some("default", Whole(Gen.Int[0, 10])),
        Some("description", Description.Select(JsonText)),
        Some("enum", OneOf("[0,1,2,3,4,5,6,7,8,9,10]")));

    private static Gen<JsonObject> Flag => With(
        Gen.Const(() => Json("""{"type": "boolean"}""")),
        Some("default", OneOf("true", "false")),
        Some("nullable", Gen.Const("true")),
        Some("description", Description.Select(JsonText)));

    private static Gen<JsonObject> Any => With(
        OneOf("""{"x-kubernetes-preserve-unknown-fields": true}""", """{"type": "object", "x-kubernetes-preserve-unknown-fields": true}""",
            """{"type": "object", "additionalProperties": true}""", """{"type": "object"}""",
            """{"type": "object", "x-kubernetes-embedded-resource": true, "x-kubernetes-preserve-unknown-fields": true}""").Select(Json),
        Some("description", Description.Select(JsonText)),
        Some("nullable", Gen.Const("true")));

    private static Gen<JsonObject> IntOrString => With(
        OneOf("""{"x-kubernetes-int-or-string": true}""", """{"x-kubernetes-int-or-string": true, "anyOf": [{"type": "integer"}, {"type": "string"}]}""").Select(Json),
        Some("pattern", Gen.Const("\"^[0-9]+%?$\"")),
        Some("default", OneOf("5", "\"5%\"")),
        Some("description", Description.Select(JsonText)));

    private static Gen<JsonObject> Object(int depth) => With(
        Gen.Select(Word, Value(depth)).List[1, 4].Select(properties =>
        {
            var map = new JsonObject();
            foreach (var (name, schema) in properties)
                map[name] = schema.DeepClone();
            return new JsonObject { ["type"] = "object", ["properties"] = map };
        }).SelectMany(schema => Some("required", Gen.Const(() => new JsonArray(schema["properties"]!.AsObject().First().Key).ToJsonString())).Select(field => Add(schema, field)))
          .SelectMany(schema => RulesAt($"['{schema["properties"]!.AsObject().First().Key}']").Select(field => Add(schema, field))),
        Some("description", Description.Select(JsonText)),
        Some("maxProperties", Whole(Gen.Int[5, 9])),
        Some("x-kubernetes-map-type", OneOf("\"atomic\"", "\"granular\"")),
        Some("x-kubernetes-preserve-unknown-fields", Gen.Const("true")),
        Some("oneOf", OneOf("""[{"required":["name"]},{"properties":{"url":{"minLength":1}}}]""")));

    private static Gen<JsonObject> List(int depth) => With(
        Value(depth).Select(items => new JsonObject { ["type"] = "array", ["items"] = items.DeepClone() }),
        Some("minItems", Gen.Const("0")),
        Some("maxItems", Whole(Gen.Int[5, 300])),
        Some("x-kubernetes-list-type", Gen.Const("\"atomic\"")),
        Some("default", Gen.Const("[]")),
        Some("description", Description.Select(JsonText)),
        Rules);

    private static Gen<JsonObject> Map(int depth) => With(
        Value(depth).Select(values => new JsonObject { ["type"] = "object", ["additionalProperties"] = values.DeepClone() }),
        Some("minProperties", Gen.Const("0")),
        Some("default", Gen.Const("{}")),
        Some("description", Description.Select(JsonText)));

    private static Gen<(string Name, string? Json)> Rules => RulesAt(null);

    private static Gen<(string Name, string? Json)> RulesAt(string? path) => Some("x-kubernetes-validations", Gen.Select(Sentence, Gen.Bool, (rule, hasPath) => new JsonArray(
        new JsonObject { ["rule"] = rule, ["message"] = "no \"such\"", ["fieldPath"] = hasPath ? path : null, ["reason"] = hasPath ? "FieldValueInvalid" : null }).ToJsonString()));

    // A quarter of the keywords: each is met often, and most schemas are small.
    private static Gen<(string Name, string? Json)> Some(string name, Gen<string> json) =>
        Gen.Select(Gen.Int[0, 3], json, (choice, value) => (name, choice == 0 ? value : null));

    private static Gen<JsonObject> With(Gen<JsonObject> schema, params Gen<(string Name, string? Json)>[] fields) =>
        fields.Aggregate(schema.Select(start => start.DeepClone().AsObject()), (sum, field) => Gen.Select(sum, field, Add));

    private static JsonObject Add(JsonObject schema, (string Name, string? Json) field)
    {
        var copy = schema.DeepClone().AsObject();
        if (field.Json is not null)
            copy[field.Name] = JsonNode.Parse(field.Json);
        return copy;
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static Gen<string> Whole(Gen<int> number) => number.Select(value => value.ToString(CultureInfo.InvariantCulture));

    private static JsonObject Json(string text) => JsonNode.Parse(text)!.AsObject();

    private static string JsonText(string text) => JsonValue.Create(text).ToJsonString();
}
