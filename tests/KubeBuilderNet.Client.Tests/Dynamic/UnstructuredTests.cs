using System.Text.Json;
using System.Text.Json.Nodes;
using k8s.Models;
using KubeBuilderNet.Client.Dynamic;
using KubeBuilderNet.Client.Json;

namespace KubeBuilderNet.Client.Tests.Dynamic;

public sealed class UnstructuredTests
{
    private const string Web = """
        {"apiVersion":"apps/v1","kind":"Deployment",
         "metadata":{"name":"web","namespace":"ns","labels":{"app":"web"},"creationTimestamp":"2026-01-02T03:04:05Z","futureField":{"a":[1]},
          "managedFields":[{"manager":"me","fieldsV1":{"f:spec":{}}}]},
         "spec":{"replicas":3,"paused":false,"template":{"spec":{"containers":[{"name":"c","image":"i","resources":{"limits":{"cpu":"500e-3"}}}]}}},
         "status":null,"extra":[1,"ä",1.50]}
        """;

    private readonly Unstructured _web = Unstructured.FromJson(JsonNode.Parse(Web)!.AsObject());

    [Fact]
    public void Nothing_that_was_read_is_lost_when_it_is_written()
    {
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Web), _web.ToJson()), _web.ToJson().ToJsonString());
        Assert.Contains("1.50", _web.ToJson().ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("""{"apiVersion":"v1","kind":"Node","metadata":{}}""", new Unstructured(new GroupVersionKind("", "v1", "Node")).ToJson().ToJsonString());
    }

    [Fact]
    public void The_metadata_is_that_of_every_object()
    {
        Assert.Equal((new ObjectKey("ns", "web"), "web", "apps/v1, Kind=Deployment ns/web"), (ObjectKey.Of(_web), _web.Metadata.Labels["app"], _web.ToString()));
        _web.Metadata.Finalizers = ["a/b"];
        Assert.Equal("""["a/b"]""", _web.ToJson()["metadata"]!["finalizers"]!.ToJsonString());
    }

    [Fact]
    public void Fields_are_read_by_their_path_as_the_type_that_is_asked_for()
    {
        Assert.Equal(3, _web.Get<int>("spec", "replicas"));
        Assert.Equal(3, _web.Get<long?>("spec", "replicas"));
        Assert.Equal("i", _web.Get<string>("spec", "template", "spec", "containers", "0", "image"));
        Assert.Equal("c", Assert.Single(_web.Get<V1PodTemplateSpec>("spec", "template")!.Spec.Containers).Name);
        Assert.Equal(0.5m, _web.Get<ResourceQuantity>("spec", "template", "spec", "containers", "0", "resources", "limits", "cpu")!.ToDecimal());
        Assert.Same(_web.Spec, _web.Get<JsonObject>("spec"));
    }

    [Fact]
    public void What_is_missing_or_null_is_the_default_and_said_to_be_missing()
    {
        Assert.Equal((null, 0, null), (_web.Get<string>("spec", "no", "such"), _web.Get<int>("none"), _web.Get<JsonObject>("status")));
        Assert.False(_web.TryGet<int>(out _, "spec", "none"));
        Assert.False(_web.TryGet<string>(out _, "spec", "template", "spec", "containers", "1", "image"));
        Assert.True(_web.TryGet<bool>(out var paused, "spec", "paused"));
        Assert.False(paused);
    }

    [Fact]
    public void What_does_not_fit_is_named_by_its_path()
    {
        Assert.Equal(".spec.replicas is 3, which is no String.", Assert.Throws<JsonException>(() => _web.Get<string>("spec", "replicas")).Message);
        Assert.Equal(".spec is an object, which is no JsonArray.", Assert.Throws<JsonException>(() => _web.Get<JsonArray>("spec")).Message);
        Assert.Equal(".spec.replicas is 3, neither an object nor a list.", Assert.Throws<JsonException>(() => _web.Get<int>("spec", "replicas", "x")).Message);
        Assert.Equal(".spec.replicas is 3, neither an object nor a list.", Assert.Throws<JsonException>(() => _web.Set(1, "spec", "replicas", "x")).Message);
        Assert.Equal(".extra is a list of 3: 'a' is no index of it.", Assert.Throws<JsonException>(() => _web.Get<int>("extra", "a")).Message);
        Assert.Contains("template", Assert.Throws<JsonException>(() => _web.Get<V1DeploymentSpec>("spec", "template", "spec", "containers", "0", "name")).Message, StringComparison.Ordinal);
        Assert.Contains("'metadata'", Assert.Throws<ArgumentException>(() => _web.Get<string>("metadata", "name")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fields_are_set_with_the_objects_on_the_way_and_taken_away()
    {
        _web.Set(5, "spec", "replicas");
        _web.Set(new ResourceQuantity("1Gi"), "spec", "new", "size");
        _web.Set("j", "spec", "template", "spec", "containers", "0", "image");
        _web.Set(new V1Container { Name = "second" }, "spec", "template", "spec", "containers", "1");
        _web.Set(_web.Spec!["new"], "copy");
        _web.Set((string?)null, "nothing");
        Assert.Equal((5, "1Gi", "j", "1Gi"), (_web.Get<int>("spec", "replicas"), _web.Get<string>("spec", "new", "size"),
            _web.Get<string>("spec", "template", "spec", "containers", "0", "image"), _web.Get<string>("copy", "size")));
        Assert.Equal("""{"name":"second"}""", _web.Get<JsonObject>("spec", "template", "spec", "containers", "1")!.ToJsonString());
        Assert.True(_web.Fields.ContainsKey("nothing"));

        Assert.True(_web.Remove("spec", "template", "spec", "containers", "0"));
        Assert.Equal("second", _web.Get<string>("spec", "template", "spec", "containers", "0", "name"));
        Assert.True(_web.Remove("copy"));
        Assert.False(_web.Remove("copy", "size"));
        Assert.False(_web.Remove("spec", "none"));
    }

    [Fact]
    public void A_copy_shares_nothing()
    {
        var copy = _web.DeepCopy();
        Assert.True(JsonNode.DeepEquals(copy.ToJson(), _web.ToJson()));
        copy.Set(9, "spec", "replicas");
        copy.Metadata.Labels["app"] = "other";
        Assert.Equal((3, "web"), (_web.Get<int>("spec", "replicas"), _web.Metadata.Labels["app"]));
    }

    [Fact]
    public void An_object_of_a_class_becomes_one_without_and_back()
    {
        var deployment = _web.To<V1Deployment>();
        Assert.Equal((3, "c"), (deployment.Spec.Replicas, deployment.Spec.Template.Spec.Containers[0].Name));
        Assert.Equal("500e-3", Unstructured.From(deployment).Get<string>("spec", "template", "spec", "containers", "0", "resources", "limits", "cpu"));
    }

    [Theory]
    [InlineData(typeof(int))]
    [InlineData(typeof(long?))]
    [InlineData(typeof(bool))]
    [InlineData(typeof(decimal))]
    [InlineData(typeof(TimeSpan))]
    [InlineData(typeof(DateTime?))]
    [InlineData(typeof(string[]))]
    [InlineData(typeof(List<string>))]
    [InlineData(typeof(Dictionary<string, string>))]
    [InlineData(typeof(V1PodTemplateSpec))]
    public void Without_reflection_fields_are_read_as_usual_types(Type type) =>
        Assert.NotNull(System.Text.Json.Serialization.Metadata.JsonTypeInfoResolver.Combine(k8s.SourceGenerationContext.Default, CommonTypes.Default).GetTypeInfo(type, ObjectJson.Options));

    [Fact]
    public void Without_reflection_it_is_read_and_written_too()
    {
        var options = new JsonSerializerOptions { TypeInfoResolver = System.Text.Json.Serialization.Metadata.JsonTypeInfoResolver.Combine(k8s.SourceGenerationContext.Default, CommonTypes.Default) };
        var read = ObjectJson.Deserialize<Unstructured>("""{"kind":"A","spec":{"b":1}}"""u8, options);
        Assert.Equal(("A", 1), (read.Kind, read.Get<int>("spec", "b")));
    }
}
