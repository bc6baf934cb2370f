using System.Text.Json.Nodes;
using KubeBuilderNet.Client.Applying;

namespace KubeBuilderNet.Client.Tests.Applying;

public sealed class ManagedFieldsTests
{
    [Theory]
    [InlineData("""{"a":1,"b":2}""", """{"f:a":{}}""", "{}", """{"a":1}""")]
    [InlineData("""{"a":{"x":1,"y":2}}""", """{"f:a":{}}""", "{}", """{"a":{"x":1,"y":2}}""")]
    [InlineData("""{"a":{"x":1,"y":2}}""", """{"f:a":{".":{}}}""", """{"f:a":{"f:x":{}}}""", """{"a":{}}""")]
    [InlineData("""{"a":{"x":1,"y":2}}""", """{"f:a":{"f:y":{}}}""", """{"f:a":{"f:x":{}}}""", """{"a":{"y":2}}""")]
    [InlineData("""{"a":["x","y"]}""", """{"f:a":{"v:\"y\"":{}}}""", "{}", """{"a":["y"]}""")]
    [InlineData("""{"a":["x","y"]}""", """{"f:a":{"i:0":{}}}""", "{}", """{"a":["x"]}""")]
    [InlineData("""{"a":[{"k":1,"v":2},{"k":2,"v":3}]}""", """{"f:a":{"k:{\"k\":2}":{"f:v":{}}}}""", "{}", """{"a":[{"v":3,"k":2}]}""")]
    [InlineData("""{"a":1}""", """{"f:gone":{}}""", "{}", "{}")]
    [InlineData("""{"a":null}""", """{"f:a":{}}""", "{}", "{}")]
    public void A_manager_gets_what_it_owns(string spec, string own, string others, string expected)
    {
        var resource = new JsonObject
        {
            ["metadata"] = new JsonObject
            {
                ["managedFields"] = new JsonArray(Entry("Update", """{"f:no":{}}"""), Entry("Apply", own), Entry("Update", others, "you")),
            },
            ["spec"] = JsonNode.Parse(spec),
        };
        Assert.Equal(expected, ManagedFields.Extract(resource, "me")!["spec"]!.ToJsonString());
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"metadata":{}}""")]
    [InlineData("""{"metadata":{"managedFields":[{"manager":"me","operation":"Update","fieldsV1":{}},{"manager":"me","operation":"Apply","subresource":"status","fieldsV1":{}}]}}""")]
    public void Who_never_applied_owns_nothing(string resource) => Assert.Null(ManagedFields.Extract(JsonNode.Parse(resource)!.AsObject(), "me"));

    private static JsonObject Entry(string operation, string spec, string manager = "me") => new()
    {
        ["manager"] = manager,
        ["operation"] = operation,
        ["fieldsV1"] = new JsonObject { ["f:spec"] = JsonNode.Parse(spec) },
    };
}
