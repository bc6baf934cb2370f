using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Parsing.Checks.Values;

namespace KubeBuilderNet.Generators.Tests.Checks;

public sealed class ValueTests
{
    [Theory]
    [InlineData("""{"type":"integer","format":"int32"}""", "1.0")]
    [InlineData("""{"type":"number","minimum":0.1}""", "0.1")]
    [InlineData("""{"type":"integer","multipleOf":3}""", "9")]
    [InlineData("""{"type":"string","maxLength":1}""", "\"\uD83D\uDE42\"")]
    [InlineData("""{"type":"string","format":"date-time"}""", "\"2026-01-31T10:00:00Z\"")]
    [InlineData("""{"type":"string","format":"ipv6"}""", "\"::1\"")]
    [InlineData("""{"type":"string","format":"unknown"}""", "\"x\"")]
    [InlineData("""{"type":"string","pattern":"^\\d+$"}""", "\"12\"")]
    [InlineData("""{"type":"string","nullable":true,"enum":["a"]}""", "null")]
    [InlineData("""{"x-kubernetes-int-or-string":true,"anyOf":[{"type":"integer"},{"type":"string"}]}""", "\"50%\"")]
    [InlineData("""{"x-kubernetes-preserve-unknown-fields":true}""", """{"a":[1,null]}""")]
    [InlineData("""{"type":"object","additionalProperties":{"type":"integer"}}""", """{"a":1}""")]
    [InlineData("""{"type":"array","items":{"type":"object","properties":{"k":{"type":"string","default":"x"}}},"x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["k"]}""", """[{"k":"a"},{}]""")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}},"oneOf":[{"required":["a"]},{"required":["b"]}]}""", """{"a":"x"}""")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"integer"}},"not":{"properties":{"a":{"minimum":5}},"required":["a"]}}""", """{"a":4}""")]
    [InlineData("""{"type":"object","x-kubernetes-embedded-resource":true,"x-kubernetes-preserve-unknown-fields":true}""", """{"apiVersion":"v1","kind":"Pod","metadata":{"name":"a"}}""")]
    public void A_value_that_fits_has_no_problem(string schema, string value) => Assert.Null(Validate(schema, value));

    [Theory]
    [InlineData("""{"type":"integer"}""", "1.5", "1.5 is no integer")]
    [InlineData("""{"type":"integer","format":"int32"}""", "2147483648", "beyond int32")]
    [InlineData("""{"type":"integer","maximum":9223372036854775807}""", "9223372036854775808", "above the maximum")]
    [InlineData("""{"type":"number","minimum":1,"exclusiveMinimum":true}""", "1.0", "below the minimum 1")]
    [InlineData("""{"type":"number","multipleOf":0.1}""", "0.25", "no multiple of 0.1")]
    [InlineData("""{"type":"string","minLength":2}""", "\"\uD83D\uDE42\"", "shorter than 2")]
    [InlineData("""{"type":"string","pattern":"^\\d+$"}""", "\"١\"", "doesn't match")]
    [InlineData("""{"type":"string","pattern":"^[$]$"}""", "\"$\\n\"", "doesn't match")]
    [InlineData("""{"type":"string","format":"date"}""", "\"2026-02-30\"", "has not the format date")]
    [InlineData("""{"type":"string","format":"cidr"}""", "\"10.0.0.0/33\"", "has not the format cidr")]
    [InlineData("""{"type":"string","format":"byte"}""", "\"a\"", "has not the format byte")]
    [InlineData("""{"type":"string","enum":["a","b"]}""", "\"c\"", "\"c\" is none of \"a\", \"b\"")]
    [InlineData("""{"type":"string"}""", "null", "null is no string")]
    [InlineData("""{"x-kubernetes-int-or-string":true}""", "1.5", "neither an integer nor a text")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string"}}}""", """{"b":1}""", "b: there is no such property")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"array","items":{"type":"object","properties":{"b":{"type":"string"}}}}}}""", """{"a":[{},{"b":1}]}""", "a[1].b: 1 is no string")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string","default":"x"}},"required":["a"]}""", "{}", "lacks 'a'")]
    [InlineData("""{"type":"array","items":{"type":"integer"},"x-kubernetes-list-type":"set"}""", "[1,1.0]", "in the set twice")]
    [InlineData("""{"type":"array","items":{"type":"object","properties":{"k":{"type":"string"}}},"x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["k"]}""", """[{"k":"a"},{"k":"a"}]""", "same keys")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}},"oneOf":[{"required":["a"]},{"required":["b"]}]}""", """{"a":"x","b":"y"}""", "fits 2 of the alternatives")]
    [InlineData("""{"type":"integer","anyOf":[{"minimum":5},{"maximum":1}]}""", "3", "none of the alternatives")]
    [InlineData("""{"type":"integer","allOf":[{"minimum":5}]}""", "3", "below the minimum 5")]
    [InlineData("""{"type":"integer","not":{"minimum":5}}""", "7", "what it may not")]
    [InlineData("""{"type":"object","x-kubernetes-embedded-resource":true,"x-kubernetes-preserve-unknown-fields":true}""", "{}", "apiVersion and a kind")]
    public void A_value_that_does_not_fit_is_named(string schema, string value, string problem) =>
        Assert.Contains(problem, Validate(schema, value), StringComparison.Ordinal);

    [Theory]
    [InlineData("{\"a\":1,\"a\":2}", "'a' is there twice (at character 11)")]
    [InlineData("[1 2]", "a comma or ']' is expected (at character 4)")]
    [InlineData("01", "no leading zero")]
    [InlineData("1.", "a digit is expected")]
    [InlineData("\"a", "the text has no end")]
    [InlineData("\"\\x\"", "no such escape")]
    [InlineData("{a:1}", "in double quotes")]
    [InlineData("'a'", "double quotes")]
    [InlineData("", "a value is missing")]
    [InlineData("1 2", "nothing may follow")]
    [InlineData("nul", "a value is expected")]
    public void Text_that_is_not_JSON_is_named_with_its_place(string json, string message)
    {
        Assert.Null(JsonReader.TryRead(json, out var problem));
        Assert.Contains(message, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void All_of_JSON_is_read()
    {
        var value = JsonReader.TryRead("""{"a":[1,-2.5e+3,true,false,null,"\u00e9\n\"\\\/"],"b":{}}""", out _)!;
        Assert.Equal(["1", "-2.5e+3", "true", "false", "null", "é\n\"\\/"], value["a"]!.Items.Select(item => item.Text));
        Assert.Empty(value["b"]!.Members);
    }

    private static string? Validate(string schema, string value) =>
        SchemaValidator.Validate(SchemaReader.TryRead(JsonReader.TryRead(schema, out _)!, out _)!, JsonReader.TryRead(value, out _)!);
}
