using KubeBuilderNet.Generators.Tests.Infrastructure;

namespace KubeBuilderNet.Generators.Tests.Checks;

public sealed class SchemaCheckTests
{
    [Theory]
    [InlineData("KBN0025", "Range(5, 1)", "int?", "the minimum 5 is above the maximum 1")]
    [InlineData("KBN0025", "Length(5, 1)", "string?", "minimum length 5")]
    [InlineData("KBN0025", "Length(5, 1)", "List<string>?", "least number of items 5")]
    [InlineData("KBN0025", "Range(1, 1, MinimumIsExclusive = true)", "int?", "1 itself is excluded")]
    [InlineData("KBN0026", "MaxLength(-1)", "string?", "-1 is negative")]
    [InlineData("KBN0026", "MaximumLength(-1)", "string?", "-1 is negative")]
    [InlineData("KBN0026", "MinItems(-1)", "List<string>?", "-1 is negative")]
    [InlineData("KBN0026", "MultipleOf(0)", "int?", "above zero")]
    [InlineData("KBN0026", "Maximum(3000000000)", "int?", "beyond what an int32 holds")]
    [InlineData("KBN0027", "Default(\"small\")", "string?", "texts need double quotes (at character 1)")]
    [InlineData("KBN0027", "Example(\"[1,]\")", "List<int>?", "a value is expected")]
    [InlineData("KBN0027", "RawSchema(\"{\\\"a\\\":}\")", "JsonElement?", "a value is expected")]
    [InlineData("KBN0028", "Default(\"1\")", "string?", "The default of 'WidgetSpec.Value' doesn't fit its schema: 1 is no string")]
    [InlineData("KBN0028", "Default(\"{\\\"name\\\":\\\"a\\\",\\\"b\\\":1}\")", "Inner?", "b: there is no such property")]
    [InlineData("KBN0029", "Pattern(\"a(?=b)\")", "string?", "no lookahead")]
    [InlineData("KBN0029", "Pattern(\"a(?=b)\", At = \"items\")", "List<string>?", "no lookahead")]
    [InlineData("KBN0029", "Pattern(\"a(?=b)\", At = \"values.items\")", "Dictionary<string, List<string>>?", "no lookahead")]
    [InlineData("KBN0029", "RegularExpression(\"a++\")", "string?", "possessive")]
    [InlineData("KBN0030", "ListType(ListType.Map)", "List<Inner>?", "there is none")]
    [InlineData("KBN0030", "ListType(ListType.Map, \"nme\")", "List<Inner>?", "the items have no 'nme'; they have a, list, name")]
    [InlineData("KBN0030", "ListType(ListType.Map, \"a\")", "List<Inner>?", "'a' may be missing")]
    [InlineData("KBN0030", "ListType(ListType.Map, \"list\")", "List<Inner>?", "'list' is no scalar")]
    [InlineData("KBN0030", "ListType(ListType.Map, \"name\", \"name\")", "List<Inner>?", "named twice")]
    [InlineData("KBN0031", "ListType(ListType.Set)", "List<Inner>?", "these are objects")]
    [InlineData("KBN0031", "ListType(ListType.Map, \"name\")", "List<string>?", "are objects, and these aren't")]
    [InlineData("KBN0031", "ListType(ListType.Set, \"name\")", "List<string>?", "only ListType.Map has keys")]
    [InlineData("KBN0032", "UniqueItems", "List<string>?", "[ListType(ListType.Set)]")]
    [InlineData("KBN0037", "CelRule(\" \")", "string?", "its expression is empty")]
    [InlineData("KBN0037", "CelRule(\"true\", Message = \"a\\nb\")", "string?", "its message has line breaks")]
    [InlineData("KBN0037", "CelRule(\"true\\n&& true\")", "string?", "want a Message")]
    [InlineData("KBN0037", "CelRule(\"true\", FieldPath = \".nam\")", "Inner?", "there is no 'nam' among")]
    [InlineData("KBN0037", "CelRule(\"true\", FieldPath = \"name\")", "Inner?", "must begin with a dot")]
    [InlineData("KBN0037", "CelRule(\"true\", MessageExpression = \"\")", "Inner?", "message expression is empty")]
    [InlineData("KBN0038", "ExternalDocs(\"docs/a.md\")", "string?", "'docs/a.md'")]
    [InlineData("KBN0007", "PreserveUnknownFields", "string?", "only objects and lists")]
    [InlineData("KBN0041", "RawSchema(\"{\\\"properties\\\":{\\\"a\\\":{}}}\")", "JsonElement?", "it has no type")]
    [InlineData("KBN0041", "RawSchema(\"{\\\"type\\\":\\\"array\\\",\\\"uniqueItems\\\":true}\")", "JsonElement?", "uniqueItems")]
    public void A_mistake_is_underlined_at_its_attribute(string id, string attribute, string type, string message)
    {
        var result = GeneratorTest.Run(
            TestSource.Spec(
                $"[{attribute}] public {type} Value {{ get; set; }}",
                "public class Inner { public required string Name { get; set; } public string? A { get; set; } public List<string>? List { get; set; } }"),
            new ExpectedDiagnostic(id, attribute, message));
        Assert.Empty(result.Manifests);
    }

    [Theory]
    [InlineData("KBN0025", "Minimum(5), Maximum(1)", "Maximum(1)", "int?", "the minimum 5 is above the maximum 1")]
    [InlineData("KBN0025", "Range(5, 9), Maximum(1)", "Maximum(1)", "int?", "the minimum 5 is above the maximum 1")]
    [InlineData("KBN0039", "Pattern(\"^a\"), Pattern(\"b$\")", "Pattern(\"b$\")", "string?", "[Pattern] is there twice")]
    [InlineData("KBN0039", "Pattern(\"^a\"), RegularExpression(\"b$\")", "RegularExpression(\"b$\")", "string?", "[Pattern] says the same as [RegularExpression]")]
    [InlineData("KBN0039", "Title(\"t\"), RawSchema(\"{\\\"type\\\":\\\"string\\\"}\")", "Title(\"t\")", "string?", "[Title] does nothing beside [RawSchema]")]
    public void Attributes_that_contradict_each_other_are_underlined(string id, string attributes, string at, string type, string message) =>
        GeneratorTest.Run(TestSource.Spec($"[{attributes}] public {type} Value {{ get; set; }}"), new ExpectedDiagnostic(id, at, message));

    [Theory]
    [InlineData("Example(\"[\\\"x\\\",1]\")", "List<string>?", "The example of 'WidgetSpec.Value' doesn't fit its schema, so no object can have it: [1]: 1 is no string")]
    [InlineData("Enum(1)", "string?", "The value 1 of")]
    [InlineData("Enum(\"a\", \"bc\"), MaximumLength(1)", "string?", "\"bc\" is longer than 1")]
    public void What_no_object_could_have_is_a_warning_and_is_written(string attributes, string type, string message)
    {
        var result = GeneratorTest.Run(
            TestSource.Spec($"[{attributes}] public {type} Value {{ get; set; }}"), new ExpectedDiagnostic("KBN0043", attributes.Split("), ")[0].TrimEnd(')') + ")", message));
        Assert.Single(result.Manifests);
    }

    [Theory]
    [InlineData("[Maximum(10)] public int Value { get; set; } = 11;", "11", "11 is above the maximum 10")]
    [InlineData("[MinimumLength(3)] public string Value { get; set; } = \"ab\";", "\"ab\"", "shorter than 3")]
    [InlineData("[Pattern(\"^a\")] public string Value { get; set; } = \"b\";", "\"b\"", "doesn't match ^a")]
    [InlineData("[Pattern(\"^a\", At = \"items\")] public string[] Value { get; set; } = [\"b\"];", "[\"b\"]", "[0]: \"b\" doesn't match")]
    public void An_initializer_that_its_rules_refuse_is_underlined(string property, string at, string message) =>
        GeneratorTest.Run(TestSource.Spec(property), new ExpectedDiagnostic("KBN0028", at, message));

    [Theory]
    [InlineData("KBN0029", "[Pattern(\"a(?=b)\")] public enum T { A, B }", "Pattern(\"a(?=b)\")", "no lookahead")]
    [InlineData("KBN0025", "[MinProperties(2), MaxProperties(1)] public class T { public string? A { get; set; } }", "MaxProperties(1)", "least number of properties 2")]
    public void Attributes_of_types_are_checked_once(string id, string type, string at, string message) => GeneratorTest.Run(
        TestSource.Spec("public T? One { get; set; } public T? Two { get; set; }", type), new ExpectedDiagnostic(id, at, message));

    [Theory]
    [InlineData("AtMostOneOf(\"Url\", \"Adress\")", "there is no property 'Adress'")]
    [InlineData("ExactlyOneOf(\"url\", \"Url\")", "'Url' is named twice")]
    [InlineData("AtLeastOneOf(\"url\", \"address.host\")", "property of a property")]
    [InlineData("AtLeastOneOf(\"url\", \"name\")", "'name' is required")]
    [InlineData("AtMostOneOf", "names no property")]
    public void Groups_name_optional_properties_of_their_class(string attribute, string message) => GeneratorTest.Run(
        TestSource.Spec(
            "public T? Value { get; set; }",
            $"[{attribute}] public class T {{ public string? Url {{ get; set; }} public string? Address {{ get; set; }} public required string Name {{ get; set; }} }}"),
        new ExpectedDiagnostic("KBN0036", attribute, message));

    [Theory]
    [InlineData("[ListType(ListType.Map, \"name\")] public List<Inner>? Value { get; set; }")]
    [InlineData("[ListType(ListType.Set)] public List<string>? Value { get; set; }")]
    [InlineData("[ListType(ListType.Set), MapType(MapType.Atomic, At = \"items\")] public List<Inner>? Value { get; set; }")]
    [InlineData("[CelRule(\"self.min <= 1\", Message = \"m\", MessageExpression = \"'m'\", FieldPath = \".name\")] public Inner? Value { get; set; }")]
    [InlineData("[ListType(ListType.Atomic), Pattern(\"^a\", At = \"items\"), CelRule(\"true\"), CelRule(\"1 < 2\")] public List<string>? Value { get; set; }")]
    [InlineData("[Default(\"[{\\\"name\\\":\\\"a\\\"}]\")] public List<Inner>? Value { get; set; }")]
    [InlineData("[RawSchema(\"{\\\"type\\\":\\\"object\\\",\\\"properties\\\":{\\\"a\\\":{\\\"type\\\":\\\"string\\\"}}}\")] public JsonElement? Value { get; set; }")]
    [InlineData("[Default(\"{\\\"containers\\\":[{\\\"name\\\":\\\"a\\\",\\\"ports\\\":[{\\\"containerPort\\\":1}]}]}\")] public V1PodSpec? Value { get; set; }")]
    [InlineData("public V1PodTemplateSpec? Value { get; set; }")]
    public void What_is_right_is_left_alone(string property) =>
        GeneratorTest.Run(TestSource.Spec(property, "public class Inner { public required string Name { get; set; } public string? A { get; set; } }"));
}
