using System.Text.Json.Nodes;
using KubeBuilderNet.Generators.Tests.Infrastructure;

namespace KubeBuilderNet.Generators.Tests;

public sealed class RuleTests
{
    [Theory]
    [InlineData("[Range(1, 10)] public int?", """{"format":"int32","maximum":10,"minimum":1,"type":"integer"}""")]
    [InlineData("[Range(1.0, 10.0)] public long?", """{"format":"int64","maximum":10,"minimum":1,"type":"integer"}""")]
    [InlineData("[Range(0.5, 1.5, MinimumIsExclusive = true, MaximumIsExclusive = true)] public double?", """{"exclusiveMaximum":true,"exclusiveMinimum":true,"format":"double","maximum":1.5,"minimum":0.5,"type":"number"}""")]
    [InlineData("[Range(0, double.PositiveInfinity)] public double?", """{"format":"double","minimum":0,"type":"number"}""")]
    [InlineData("[MinLength(1), MaxLength(5)] public string?", """{"maxLength":5,"minLength":1,"type":"string"}""")]
    [InlineData("[Length(1, 5)] public List<string>?", """{"items":{"type":"string"},"maxItems":5,"minItems":1,"type":"array"}""")]
    [InlineData("[MaxLength(5)] public Dictionary<string, string>?", """{"additionalProperties":{"type":"string"},"maxProperties":5,"type":"object"}""")]
    [InlineData("[StringLength(5, MinimumLength = 2)] public string?", """{"maxLength":5,"minLength":2,"type":"string"}""")]
    [InlineData("[RegularExpression(\"a|b\")] public string?", """{"pattern":"^(?:a|b)$","type":"string"}""")]
    [InlineData("[Pattern(\"^a\")] public string?", """{"pattern":"^a","type":"string"}""")]
    [InlineData("[Pattern(\"^a\")] public IntOrString?", """{"anyOf":[{"type":"integer"},{"type":"string"}],"pattern":"^a","x-kubernetes-int-or-string":true}""")]
    [InlineData("[AllowedValues(\"a\", \"b\")] public string?", """{"enum":["a","b"],"type":"string"}""")]
    [InlineData("[AllowedValues(1, 2)] public int?", """{"enum":[1,2],"format":"int32","type":"integer"}""")]
    [InlineData("[AllowedValues(DayOfWeek.Friday)] public DayOfWeek?", """{"enum":["Friday"],"type":"string"}""")]
    [InlineData("[Url] public string?", """{"format":"uri","type":"string"}""")]
    [InlineData("[EmailAddress] public string?", """{"format":"email","type":"string"}""")]
    public void A_validation_becomes_a_rule_of_the_schema(string declaration, string expected)
    {
        var actual = GeneratorTest.Run(TestSource.Spec($"{declaration} Value {{ get; set; }}")).Property("value");
        Assert.Equal(JsonNode.Parse(expected)!.ToJsonString(), JsonNode.Parse(actual.GetRawText())!.ToJsonString());
    }

    [Theory]
    [InlineData("Range(1, 5)", "string?", "numbers only")]
    [InlineData("Range(0.5, 1)", "int?", "whole numbers")]
    [InlineData("Range(typeof(decimal), \"1\", \"2\")", "decimal?", "as numbers")]
    [InlineData("MinLength(1)", "int?", "strings, lists and dictionaries")]
    [InlineData("StringLength(5)", "List<string>?", "strings only")]
    [InlineData("RegularExpression(\"a\")", "int?", "strings only")]
    [InlineData("Pattern(\"a\")", "List<string>?", "strings only")]
    [InlineData("AllowedValues(1)", "string?", "not of the property's type")]
    [InlineData("Url", "int?", "strings only")]
    [InlineData("EmailAddress", "V1ObjectMeta?", "strings only")]
    public void A_validation_that_cannot_apply_is_reported(string attribute, string type, string message)
    {
        var result = GeneratorTest.Run(
            TestSource.Spec($"[{attribute}] public {type} Value {{ get; set; }}"),
            new ExpectedDiagnostic("KBN0007", attribute, message));
        Assert.Empty(result.Manifests);
        Assert.NotEmpty(result.Sources);
    }
}
