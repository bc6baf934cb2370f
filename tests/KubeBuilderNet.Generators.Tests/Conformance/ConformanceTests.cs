using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KubeBuilderNet.Generators.Tests.Infrastructure;

namespace KubeBuilderNet.Generators.Tests.Conformance;

/// <summary>Types written in C# give the definitions that controller-gen is tested against; <c>_data/Conformance</c> holds the types.</summary>
/// <remarks>
/// The definitions lie outside of this repository, in the folder <c>shared/conformance</c> beside it. A line <c>/// @spec.foo</c> of the types stands for
/// the description there, written as a comment.
/// </remarks>
public sealed partial class ConformanceTests
{
    [Theory]
    [InlineData("enums")]
    [InlineData("jobs")]
    [InlineData("cronjobs")]
    public void A_definition_is_the_one_that_controller_gen_makes(string name)
    {
        var expected = ReferenceManifests.Read($"testdata.kubebuilder.io_{name}.yaml").Single();
        var source = Reference().Replace(TestData.Read($"{name}.cs"), match => Comment(expected, match.Groups[1].Value, match.Groups[2].Value));
        var actual = JsonNode.Parse(GeneratorTest.Run(source).Manifests.Single().Value)!;
        var differences = DefinitionComparison.Differences(expected, actual);
        Assert.True(differences.Count == 0, string.Join("\n", differences));
    }

    [Theory]
    [InlineData("""{"a":1}""", """{"a":2}""", 1)]
    [InlineData("""{"a":1}""", "{}", 1)]
    [InlineData("{}", """{"a":[]}""", 1)]
    [InlineData("""{"required":["a","b"],"description":"a\nb"}""", """{"required":["b","a"],"description":"a b"}""", 0)]
    [InlineData("""{"required":["a"],"description":"a b"}""", """{"required":["b"],"description":"a c"}""", 2)]
    [InlineData("""{"versions":[{"name":"a"},{"name":"b"}]}""", """{"versions":[{"name":"b"},{"name":"a"}]}""", 0)]
    [InlineData("""{"versions":[{"name":"a"}]}""", """{"versions":[{"name":"a","served":true},{"name":"b"}]}""", 2)]
    [InlineData("""{"jobTemplate":{"properties":{}}}""", """{"jobTemplate":{"properties":{"containers":{}}}}""", 1)]
    public void The_comparison_finds_what_differs(string expected, string actual, int differences)
    {
        const string metadata = """{"metadata":{},""";
        var (left, right) = (expected == "{}" ? """{"metadata":{}}""" : metadata + expected[1..], actual == "{}" ? """{"metadata":{}}""" : metadata + actual[1..]);
        Assert.Equal(differences, DefinitionComparison.Differences(JsonNode.Parse(left)!, JsonNode.Parse(right)!).Count);
    }

    private static string Comment(JsonNode crd, string indentation, string path)
    {
        var schema = crd["spec"]!["versions"]![0]!["schema"]!["openAPIV3Schema"]!;
        foreach (var name in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
            schema = schema["properties"]![name]!;
        var text = schema["description"]!.GetValue<string>().Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
        var lines = text.Split('\n').Prepend("<summary>").Append("</summary>");
        return string.Join("\n", lines.Select(line => $"{indentation}/// {line}".TrimEnd()));
    }

    [GeneratedRegex(@"^([ ]*)/// @([\w.]*)$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
