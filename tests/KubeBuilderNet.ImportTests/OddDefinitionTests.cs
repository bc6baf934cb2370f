using System.Text.Json.Nodes;
using KubeBuilderNet.ImportTests.Support;
using KubeBuilderNet.Scaffolding;

namespace KubeBuilderNet.ImportTests;

/// <summary>What definitions may look like and seldom do.</summary>
public class OddDefinitionTests
{
    private const string Text = """{"type": "string"}""";

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"spec": {"type": "object"}}""")]
    [InlineData("""{"spec": {"type": "string"}}""")]
    [InlineData("""{"spec": {"type": "array", "items": {"type": "integer"}}, "status": {"type": "object", "additionalProperties": {"type": "string"}}}""")]
    [InlineData("""{"spec": {"type": "object", "x-kubernetes-preserve-unknown-fields": true}}""")]
    [InlineData("""{"status": {"type": "object", "properties": {"ready": {"type": "boolean"}}}}""")]
    [InlineData("""{"class": {"type": "string"}, "value": {"type": "integer"}, "globalDefault": {"type": "boolean", "default": false}}""")]
    [InlineData("""{"spec": {"type": "object", "required": ["a"], "properties": {"a": {"type": "string"}}}, "operation": {"type": "object", "properties": {"kind": {"type": "string"}}}}""")]
    [InlineData("""{"spec": {"type": "object", "nullable": true, "default": {"a": "x"}, "properties": {"a": {"type": "string"}}}}""")]
    [InlineData("""{"kubeKind": {"type": "string"}, "metadataValue": {"type": "string"}, "widget": {"type": "string"}, "deepCopy": {"type": "string"}}""")]
    public void Roots_of_every_shape(string properties) => OddCrd.AssertSame(OddCrd.Of(properties));

    [Theory]
    [InlineData(""" "required": ["spec"] """)]
    [InlineData(""" "required": ["spec", "metadata", "status"] """)]
    [InlineData(""" "description": "All of it.\n\nIn two parts.", "title": "Widget" """)]
    [InlineData(""" "x-kubernetes-preserve-unknown-fields": true """)]
    [InlineData(""" "x-kubernetes-validations": [{"rule": "self.metadata.name != 'x'", "message": "no x"}], "maxProperties": 9 """)]
    [InlineData(""" "oneOf": [{"required": ["spec"]}, {"required": ["status"]}] """)]
    public void Rules_of_the_root(string more) => OddCrd.AssertSame(OddCrd.Of(
        """{"spec": {"type": "object", "properties": {"a": {"type": "string"}}}, "status": {"type": "object", "properties": {"b": {"type": "string"}}}}""", more: more));

    [Theory]
    [InlineData("Object")]
    [InlineData("Task")]
    [InlineData("JsonElement")]
    [InlineData("CustomResource")]
    [InlineData("Enum")]
    [InlineData("PatternAttribute")]
    [InlineData("lower")]
    [InlineData("With-Dash")]
    [InlineData("String")]
    public void Kinds_that_are_called_like_something_else(string kind) => OddCrd.AssertSame(OddCrd.Of(
        """{"spec": {"type": "object", "required": ["any"], "properties": {"any": {"x-kubernetes-preserve-unknown-fields": true}, "text": {"type": "string", "pattern": "^a"}, "when": {"type": "string", "format": "date-time"}, "spec": {"type": "object", "properties": {"attribute": {"type": "object", "properties": {"a": {"type": "string"}}}}}}}}""",
        kind));

    [Fact]
    public void Names_that_C_sharp_has_not() => OddCrd.AssertSame(OddCrd.OfSpec($$"""
        {"x-y/z": {{Text}}, "$ref-less": {{Text}}, "größe": {{Text}}, "日本": {{Text}}, "3d": {{Text}}, "*": {{Text}}, "foo-bar": {{Text}}, "fooBar": {{Text}},
         "FooBar": {{Text}}, "foo_bar": {{Text}}, "class": {{Text}}, "getType": {{Text}}, "toString": {{Text}}, "widgetSpec": {{Text}}, "listType": {"type": "array", "items": {{Text}}, "x-kubernetes-list-type": "set"},
         "celReason": {"type": "string", "x-kubernetes-validations": [{"rule": "self != ''", "reason": "FieldValueInvalid"}]}, "a\"b": {{Text}}, "a\\b": {{Text}}, "URL": {{Text}}, "aURL": {{Text}}, "_x": {{Text}}}
        """));

    [Theory]
    [InlineData("""{"type": "object"}""")]
    [InlineData("""{"type": "object", "default": {}}""")]
    [InlineData("""{"type": "object", "additionalProperties": true}""")]
    [InlineData("""{"type": "object", "additionalProperties": {"type": "object", "additionalProperties": {"type": "array", "items": {"type": "string", "maxLength": 3, "nullable": true}, "maxItems": 2}}}""")]
    [InlineData("""{"type": "object", "x-kubernetes-preserve-unknown-fields": true, "properties": {"a": {"type": "string"}}, "maxProperties": 4}""")]
    [InlineData("""{"type": "object", "x-kubernetes-embedded-resource": true, "x-kubernetes-preserve-unknown-fields": true}""")]
    [InlineData("""{"type": "object", "x-kubernetes-embedded-resource": true, "properties": {"metadata": {"type": "object"}, "kind": {"type": "string"}}}""")]
    [InlineData("""{"x-kubernetes-preserve-unknown-fields": true, "nullable": true, "description": "anything"}""")]
    [InlineData("""{"type": "array", "items": {"x-kubernetes-preserve-unknown-fields": true}}""")]
    [InlineData("""{"x-kubernetes-int-or-string": true}""")]
    [InlineData("""{"x-kubernetes-int-or-string": true, "anyOf": [{"type": "integer"}, {"type": "string"}], "pattern": "^[0-9]+%?$", "default": "10%"}""")]
    [InlineData("""{"x-kubernetes-int-or-string": true, "allOf": [{"pattern": "^a"}], "anyOf": [{"type": "integer"}, {"type": "string"}], "enum": [1, "a"]}""")]
    [InlineData("""{"type": "string", "enum": ["", "a"], "default": ""}""")]
    [InlineData("""{"type": "string", "enum": ["a", null], "nullable": true}""")]
    [InlineData("""{"type": "string", "enum": [null], "nullable": true}""")]
    [InlineData("""{"type": "integer", "enum": [0, 1, 2, 3], "default": 0}""")]
    [InlineData("""{"type": "number", "enum": [0.25, 1.5, 2, 1e10], "default": 0.25}""")]
    [InlineData("""{"type": "boolean", "enum": [true], "default": true}""")]
    [InlineData("""{"type": "string", "enum": ["foo-bar", "fooBar"]}""")]
    [InlineData("""{"type": "string", "enum": ["=~", "!=", " "]}""")]
    [InlineData("""{"type": "string", "enum": ["allow", "Deny", "a b", "v1.2/x"], "default": "allow", "nullable": true}""")]
    [InlineData("""{"type": "array", "items": {"type": "string", "enum": ["A", "B"]}, "default": ["A"], "x-kubernetes-list-type": "set"}""")]
    [InlineData("""{"type": "array", "default": [], "items": {"type": "object", "required": ["k"], "properties": {"k": {"type": "string"}}}, "x-kubernetes-list-type": "map", "x-kubernetes-list-map-keys": ["k"]}""")]
    [InlineData("""{"type": "string", "nullable": true, "default": null}""")]
    [InlineData("""{"type": "integer", "format": "int32", "minimum": 1, "exclusiveMinimum": true, "maximum": 5.0, "default": 2}""")]
    [InlineData("""{"type": "integer", "format": "uint16", "maximum": 9223372036854775807, "minimum": -9223372036854775808}""")]
    [InlineData("""{"type": "number", "minimum": 0.5, "maximum": 1e+20, "multipleOf": 0.25, "format": "float"}""")]
    [InlineData("""{"type": "integer", "multipleOf": 5, "default": -5}""")]
    [InlineData("""{"type": "string", "minLength": 0, "maxLength": 10, "format": "any-of-ours", "default": "a\"b\\c\nd\u0000\u2028"}""")]
    [InlineData("""{"type": "string", "format": "date-time", "default": "2020-01-01T00:00:00Z"}""")]
    [InlineData("""{"type": "string", "format": "date-time", "nullable": true, "title": "When"}""")]
    [InlineData("""{"type": "string", "format": "byte", "example": "aGk="}""")]
    [InlineData("""{"type": "string", "externalDocs": {"url": "https://example.com", "description": "more"}}""")]
    [InlineData("""{"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}}, "oneOf": [{"required": ["a"]}, {"required": ["b"]}], "not": {"required": ["a", "b"]}}""")]
    [InlineData("""{"type": "object", "properties": {"a": {"type": "object", "properties": {"b": {"type": "string"}}}}, "anyOf": [{"properties": {"a": {"properties": {"b": {"pattern": "^x"}}, "required": ["b"]}}, "required": ["a"]}, {"not": {"anyOf": [{"required": ["a"]}]}}]}""")]
    [InlineData("""{"type": "array", "items": {"type": "string"}, "allOf": [{"minItems": 1, "items": {"maxLength": 3}}, {"items": {"enum": ["a", "b"]}}]}""")]
    [InlineData("""{"type": "string", "anyOf": [{"format": "ipv4"}, {"format": "ipv6"}], "not": {"enum": ["0.0.0.0"]}}""")]
    [InlineData("""{"type": "string", "x-kubernetes-validations": [{"rule": "self == oldSelf", "messageExpression": "'no ' + self", "reason": "FieldValueForbidden", "optionalOldSelf": true}, {"rule": "self !=\n''", "message": "m"}]}""")]
    [InlineData("""{"type": "object", "properties": {"x": {"type": "string"}}, "x-kubernetes-validations": [{"rule": "self.x == 'a'", "fieldPath": ".x", "reason": "FieldValueForbidden"}]}""")]
    [InlineData("""{"type": "array", "items": {"type": "array", "items": {"type": "array", "items": {"type": "object", "properties": {"deep": {"type": "integer", "format": "int64"}}}}}}""")]
    public void Values_of_every_shape(string schema)
    {
        OddCrd.AssertSame(OddCrd.OfSpec($$"""{"value": {{schema}}, "list": {"type": "array", "items": {{schema}} } }"""));
        OddCrd.AssertSame(OddCrd.OfSpec($$"""{"value": {{schema}} }""", """ "required": ["value"] """));
    }

    [Theory]
    [InlineData("ends */ with ]]> and & < > \" and @ {x}")]
    [InlineData("trailing spaces  ")]
    [InlineData("  leading spaces")]
    [InlineData("a  \nb")]
    [InlineData("tabs\tin\n\tit")]
    [InlineData("carriage\r\nreturns")]
    [InlineData("\nbegins with a line end")]
    [InlineData("ends with one\n")]
    [InlineData("two\n\nparagraphs\n\n\nand a gap")]
    [InlineData("TODO: this")]
    [InlineData("a\nTODO that\nb")]
    [InlineData("a\n---\nb")]
    [InlineData("a\n```\nTODO code\n   indented\n```\nb")]
    [InlineData("   ")]
    [InlineData("list:\n  - one\n  - two\n\n      code")]
    [InlineData("see <see cref=\"X\"/> &amp; <para>p</para>")]
    [InlineData("emoji 😀, nbsp \u00a0, bell \u0007, line \u2028 separator")]
    [InlineData("<inheritdoc/>")]
    [InlineData("* star\n * star")]
    [InlineData("/// slashes\n//// four\n//! mark")]
    public void Descriptions_are_kept_to_the_letter(string description)
    {
        var json = JsonValue.Create(description).ToJsonString();
        OddCrd.AssertSame(OddCrd.Of($$"""
            {"spec": {"type": "object", "description": {{json}}, "properties": {
              "text": {"type": "string", "description": {{json}}},
              "texts": {"type": "array", "description": "list", "items": {"type": "string", "description": {{json}} } },
              "map": {"type": "object", "additionalProperties": {"type": "object", "description": {{json}}, "properties": {"a": {"type": "string"} } } },
              "twin": {"type": "object", "properties": {"a": {"type": "string"} } }
            } } }
            """, more: $"\"description\": {json}"));
    }

    [Theory]
    [InlineData("""{"type": "object", "properties": {"a": {"type": "string"}}, "required": ["b"]}""")]
    [InlineData("""{"type": "integer", "enum": [{"a": 1}]}""")]
    [InlineData("""{"type": "object", "additionalProperties": false}""")]
    [InlineData("""{"type": "string", "minimum": 3}""")]
    [InlineData("""{"type": "integer", "minimum": 5, "maximum": 1}""")]
    [InlineData("""{"type": "integer", "format": "int32", "maximum": 3000000000}""")]
    [InlineData("""{"type": "number", "multipleOf": 0}""")]
    [InlineData("""{"type": "string", "minLength": -1}""")]
    [InlineData("""{"type": "array", "items": {"type": "string"}, "minItems": 2, "maxItems": 1}""")]
    [InlineData("""{"type": "string", "anyOf": [{"maxLength": -1}]}""")]
    [InlineData("""{"type": "string", "externalDocs": {"url": "no address"}}""")]
    [InlineData("""{"type": "boolean", "x-kubernetes-preserve-unknown-fields": true}""")]
    public void What_attributes_can_not_say_is_carried_as_JSON(string schema) =>
        OddCrd.AssertSame(OddCrd.OfSpec($$"""{"value": {{schema}}, "other": {"type": "string"} }"""), rawSchemas: 1);

    [Theory]
    [InlineData("""{"type": "string", "example": 1}""")]
    [InlineData("""{"type": "string", "enum": ["a", "long"], "maxLength": 1}""")]
    [InlineData("""{"type": "integer", "enum": [1, "x"]}""")]
    [InlineData("""{"type": "object", "properties": {"a": {"type": "string"}}, "example": {"b": 1}}""")]
    [InlineData("""{"type": "array", "items": {"type": "string", "enum": [1]}}""")]
    [InlineData("""{"type": "string", "anyOf": [{"enum": ["a"], "minLength": 2}, {"minLength": 1}]}""")]
    public void Values_that_no_object_can_have_are_kept_and_not_warned_of(string schema)
    {
        var imported = OddCrd.AssertSame(OddCrd.OfSpec($$"""{"value": {{schema}}, "other": {"type": "string"} }"""));
        Assert.Contains("#pragma warning disable KBN0043 // ", Assert.Single(imported.Sources).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Paths_that_lead_nowhere_are_kept_and_not_warned_of()
    {
        var crd = OddCrd.OfSpec("""{"a": {"type": "string"}}""");
        var version = crd["spec"]!["versions"]![0]!.AsObject();
        version["subresources"] = JsonNode.Parse("""{"scale": {"specReplicasPath": ".spec.a", "statusReplicasPath": ".status.replicas"}}""");
        version["additionalPrinterColumns"] = JsonNode.Parse("""[{"name": "A", "type": "integer", "jsonPath": ".spec.a"}, {"name": "B", "type": "string", "jsonPath": ".spec.b", "priority": -1}]""");
        var imported = OddCrd.AssertSame(crd);
        Assert.Contains("#pragma warning disable KBN0044 // ", Assert.Single(imported.Sources).Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type": "array", "items": {"type": "string"}, "uniqueItems": true}""", "value.uniqueItems: API servers refuse it: write x-kubernetes-list-type: set")]
    [InlineData("""{"type": "object", "patternProperties": {"a": {"type": "string"}}}""", "value.patternProperties: API servers refuse this keyword")]
    [InlineData("""{"$ref": "#/definitions/a"}""", "value.$ref: API servers refuse this keyword")]
    [InlineData("""{"type": "array", "items": [{"type": "string"}]}""", "value.items: API servers refuse a list of schemas")]
    [InlineData("""{"type": "string", "anyOf": [{"description": "x", "minLength": 1}]}""", "value: API servers refuse it: description can't stand in allOf")]
    [InlineData("""{"type": "string", "maxLength": 1, "default": "ab"}""", "value.default: API servers refuse it: \"ab\" is longer than 1")]
    [InlineData("""{"type": "array", "items": {"type": "string", "pattern": "a(?=b)"}}""", "value.items.pattern: API servers refuse it: ")]
    public void What_no_API_server_accepts_is_refused_with_its_place(string schema, string error)
    {
        var crd = OddCrd.OfSpec($$"""{"value": {{schema}} }""");
        var refusal = Assert.Throws<ScaffoldException>(() => Imported.From("odd.yaml", crd.ToJsonString()));
        Assert.Contains("widgets.odd.example.com.spec.versions[0].schema.openAPIV3Schema.properties.spec.properties." + error, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("additionalPrinterColumns", """[{"name": "A", "type": "text", "jsonPath": ".spec.a"}]""", "additionalPrinterColumns 'A': API servers refuse it: its type 'text'")]
    [InlineData("subresources", """{"scale": {"specReplicasPath": ".a", "statusReplicasPath": ".status.a"}}""", "subresources.scale '.a': API servers refuse it: ")]
    public void What_no_API_server_accepts_beside_the_schema_is_refused_with_its_place(string field, string value, string error)
    {
        var crd = OddCrd.OfSpec("""{"a": {"type": "string"}}""");
        crd["spec"]!["versions"]![0]![field] = JsonNode.Parse(value);
        var refusal = Assert.Throws<ScaffoldException>(() => Imported.From("odd.yaml", crd.ToJsonString()));
        Assert.Contains("widgets.odd.example.com.spec.versions[0]." + error, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_objects_share_a_class_and_different_ones_of_a_name_do_not()
    {
        const string reference = """{"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}}""";
        var imported = OddCrd.AssertSame(OddCrd.OfSpec($$"""
            {"ref": {{reference}}, "a": {"type": "object", "properties": {"ref": {{reference}}, "b": {"type": "string"} } },
             "c": {"type": "object", "properties": {"ref": {"type": "object", "properties": {"id": {"type": "string"} } } } } }
            """));
        var source = Assert.Single(imported.Sources).Value;
        Assert.Equal(1, Occurrences(source, "class WidgetRef\n"));
        Assert.Equal(1, Occurrences(source, "class WidgetCRef\n"));
        Assert.Equal(2, Occurrences(source, "public WidgetRef? Ref "));
    }

    [Fact]
    public void Names_that_differ_by_case_alone_are_told_apart_by_more()
    {
        const string one = """{"type": "object", "properties": {"a": {"type": "string"}}}""";
        const string other = """{"type": "object", "properties": {"b": {"type": "string"}}}""";
        OddCrd.AssertSame(OddCrd.OfSpec($$"""{"devops": {{one}}, "devOps": {{other}} }"""));
    }

    [Fact]
    public void Metadata_that_the_schema_limits_or_leaves_out()
    {
        var crd = OddCrd.OfSpec("""{"a": {"type": "string"}}""");
        var properties = crd["spec"]!["versions"]![0]!["schema"]!["openAPIV3Schema"]!["properties"]!.AsObject();
        properties.Remove("kind");
        properties["apiVersion"]!["description"] = "Of ours.";
        properties["metadata"] = JsonNode.Parse("""{"type": "object", "properties": {"name": {"type": "string", "maxLength": 20, "pattern": "^a"}}}""");
        OddCrd.AssertSame(crd);
    }

    [Fact]
    public void A_description_of_metadata_is_dropped_with_a_note()
    {
        var crd = OddCrd.OfSpec("""{"a": {"type": "string"}}""");
        var imported = Imported.From("odd.yaml", crd.ToJsonString());
        crd["spec"]!["versions"]![0]!["schema"]!["openAPIV3Schema"]!["properties"]!["metadata"]!["description"] = "d";
        var described = Imported.From("odd.yaml", crd.ToJsonString());
        Assert.Equal(imported.Sources, described.Sources);
        Assert.Empty(imported.Notes);
        Assert.Equal("odd.yaml: widgets.odd.example.com.spec.versions[0].schema.openAPIV3Schema.properties.metadata.description is left out: API servers refuse it", Assert.Single(described.Notes));
    }

    [Fact]
    public void All_that_a_definition_says_beside_its_schemas()
    {
        var crd = OddCrd.Of("""{"spec": {"type": "object", "properties": {"replicas": {"type": "integer"}}}, "status": {"type": "object", "properties": {"replicas": {"type": "integer"}, "selector": {"type": "string"}}}}""");
        var spec = crd["spec"]!.AsObject();
        crd["metadata"]!["labels"] = JsonNode.Parse("""{"a": "b", "c": ""}""");
        crd["metadata"]!["annotations"] = JsonNode.Parse("""{"example.com/x": "say \"y\"\n"}""");
        spec["scope"] = "Cluster";
        spec["names"] = JsonNode.Parse("""{"kind": "Widget", "plural": "widgets", "shortNames": ["w", "wi"], "categories": ["all"]}""");
        spec["conversion"] = JsonNode.Parse("""
            {"strategy": "Webhook", "webhook": {"conversionReviewVersions": ["v1", "v1beta1"],
             "clientConfig": {"service": {"name": "s", "namespace": "n", "path": "/p", "port": 8443}, "caBundle": "YQ=="}}}
            """);
        var version = spec["versions"]![0]!.AsObject();
        var old = version.DeepClone().AsObject();
        (old["name"], old["storage"], old["served"], old["deprecated"], old["deprecationWarning"]) = ("v1alpha1", false, false, true, "use v1");
        version["subresources"] = JsonNode.Parse("""{"status": {}, "scale": {"specReplicasPath": ".spec.replicas", "statusReplicasPath": ".status.replicas", "labelSelectorPath": ".status.selector"}}""");
        version["additionalPrinterColumns"] = JsonNode.Parse("""
            [{"name": "R", "type": "integer", "format": "int32", "jsonPath": ".spec.replicas", "priority": 1, "description": "how \"many\""}, {"name": "Age", "type": "date", "jsonPath": ".metadata.creationTimestamp"}]
            """);
        version["selectableFields"] = JsonNode.Parse("""[{"jsonPath": ".spec.replicas"}]""");
        spec["versions"]!.AsArray().Add(old);
        OddCrd.AssertSame(crd);
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"status": {}}""")]
    [InlineData("null")]
    public void Subresources_are_as_they_were(string subresources)
    {
        var crd = OddCrd.Of("""{"status": {"type": "object", "properties": {"a": {"type": "string"}}}}""");
        crd["spec"]!["versions"]![0]!["subresources"] = JsonNode.Parse(subresources);
        OddCrd.AssertSame(crd);
        crd["spec"]!["versions"]![0]!["additionalPrinterColumns"] = JsonNode.Parse("""[{"name": "A", "type": "string", "jsonPath": ".status.a"}]""");
        OddCrd.AssertSame(crd);
    }

    private static int Occurrences(string text, string part) => text.Split(part).Length - 1;
}
