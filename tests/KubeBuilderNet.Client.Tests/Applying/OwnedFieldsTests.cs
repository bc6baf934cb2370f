using System.Text.Json.Nodes;
using k8s.Models;
using KubeBuilderNet.Client.Applying;
using KubeBuilderNet.Client.Dynamic;

namespace KubeBuilderNet.Client.Tests.Applying;

public sealed class OwnedFieldsTests
{
    private static Unstructured Object(string fields, string operation = "Apply", string version = "apps/v1", string subresource = "") => Unstructured.FromJson(JsonNode.Parse($$$$"""
        {"apiVersion":"apps/v1","kind":"Deployment",
         "metadata":{"name":"web","namespace":"ns","uid":"u","resourceVersion":"7","labels":{"a":"1","b":"2"},"finalizers":["x/one","x/two"],
          "managedFields":[{"manager":"other","operation":"Apply","apiVersion":"apps/v1","fieldsV1":{"f:spec":{"f:paused":{}} } },
           {"manager":"me","operation":"{{{{operation}}}}","apiVersion":"{{{{version}}}}","subresource":"{{{{subresource}}}}","fieldsType":"FieldsV1","fieldsV1":{{{{fields}}}}}]},
         "spec":{"replicas":3,"paused":false,"selector":{"matchLabels":{"a":"1"}},"empty":{},"ports":[{"port":80,"protocol":"TCP","name":"http"},{"port":80,"protocol":"UDP","name":"quic"}],
          "containers":[{"name":"one","image":"i","env":[]},{"name":"two","image":"j","tty":true}]},
         "status":{"ready":true}}
        """)!.AsObject());

    private static string? Extract(Unstructured resource, string? subresource = null)
    {
        var owned = resource.ExtractOwned("me", subresource)?.ToJson();
        if (owned is null)
            return null;
        Assert.Equal(("apps/v1", "Deployment", "web", "ns"), ((string?)owned["apiVersion"], (string?)owned["kind"], (string?)owned["metadata"]!["name"], (string?)owned["metadata"]!["namespace"]));
        owned["metadata"]!.AsObject().Remove("name");
        owned["metadata"]!.AsObject().Remove("namespace");
        owned.Remove("apiVersion");
        owned.Remove("kind");
        return owned.ToJsonString();
    }

    [Theory]
    [InlineData("""{"f:spec":{"f:replicas":{}}}""", """{"metadata":{},"spec":{"replicas":3}}""")]
    [InlineData("""{"f:spec":{"f:selector":{}}}""", """{"metadata":{},"spec":{"selector":{"matchLabels":{"a":"1"}}}}""")]
    [InlineData("""{"f:spec":{"f:empty":{".":{}}}}""", """{"metadata":{},"spec":{"empty":{}}}""")]
    [InlineData("""{"f:spec":{"f:gone":{}}}""", """{"metadata":{},"spec":{}}""")]
    [InlineData("""{"f:metadata":{"f:labels":{".":{},"f:b":{}}}}""", """{"metadata":{"labels":{"b":"2"}}}""")]
    [InlineData("""{"f:metadata":{"f:finalizers":{"v:\"x/two\"":{}}}}""", """{"metadata":{"finalizers":["x/two"]}}""")]
    [InlineData("""{"f:spec":{"f:containers":{"k:{\"name\":\"two\"}":{".":{},"f:image":{},"f:name":{}}}}}""", """{"metadata":{},"spec":{"containers":[{"image":"j","name":"two"}]}}""")]
    [InlineData("""{"f:spec":{"f:containers":{"k:{\"name\":\"two\"}":{"f:tty":{}}}}}""", """{"metadata":{},"spec":{"containers":[{"tty":true,"name":"two"}]}}""")]
    [InlineData("""{"f:spec":{"f:containers":{"i:0":{"f:image":{}}}}}""", """{"metadata":{},"spec":{"containers":[{"image":"i"}]}}""")]
    [InlineData("""{"f:spec":{"f:ports":{"k:{\"port\":80,\"protocol\":\"UDP\"}":{"f:name":{}}}}}""", """{"metadata":{},"spec":{"ports":[{"name":"quic","port":80,"protocol":"UDP"}]}}""")]
    public void What_a_manager_owns_is_taken_and_nothing_else(string fields, string owned) => Assert.Equal(owned, Extract(Object(fields)));

    [Fact]
    public void An_empty_thing_whose_parts_are_others_stays_empty()
    {
        var resource = Object("""{"f:spec":{"f:selector":{}}}""");
        Assert.NotEmpty(resource.ExtractOwned("me")!.Get<JsonObject>("spec", "selector")!);
        resource.Metadata.ManagedFields[0].FieldsV1 = JsonNode.Parse("""{"f:spec":{"f:selector":{"f:matchLabels":{"f:a":{}}}}}""");
        Assert.Empty(resource.ExtractOwned("me")!.Get<JsonObject>("spec", "selector")!);
    }

    [Fact]
    public void A_status_that_was_applied_is_extracted_by_its_subresource()
    {
        var resource = Object("""{"f:status":{"f:ready":{}}}""", subresource: "status");
        Assert.Null(Extract(resource));
        Assert.Equal("""{"metadata":{},"status":{"ready":true}}""", Extract(resource, "status"));
    }

    [Theory]
    [InlineData("Update", "apps/v1")]
    [InlineData("Apply", "apps/v1beta1")]
    public void What_was_not_applied_in_this_version_is_nobodys(string operation, string version) =>
        Assert.Null(Object("""{"f:spec":{"f:replicas":{}}}""", operation, version).ExtractOwned("me"));

    [Fact]
    public void An_object_of_a_class_is_extracted_too()
    {
        var deployment = Object("""{"f:spec":{"f:replicas":{}}}""").To<V1Deployment>();
        Assert.Equal(3, OwnedFields.ExtractOwned(deployment, "me")!.Get<int>("spec", "replicas"));
        Assert.Null(OwnedFields.ExtractOwned(deployment, "nobody"));
    }
}
