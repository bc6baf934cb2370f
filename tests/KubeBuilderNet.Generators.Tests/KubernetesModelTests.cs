using System.Text.Json.Nodes;
using k8s.Models;
using KubeBuilderNet.Generators.Parsing.KubernetesModels;
using KubeBuilderNet.Generators.Tests.Infrastructure;

namespace KubeBuilderNet.Generators.Tests;

/// <summary>Schemas of KubernetesClient's classes. _data/job-template.json is what controller-gen makes of batch/v1 JobTemplateSpec, descriptions as marks only.</summary>
public sealed class KubernetesModelTests
{
    [Fact]
    public void A_job_template_has_the_schema_that_controller_gen_gives_it()
    {
        var expected = JsonNode.Parse(TestData.Read("job-template.json"))!;
        var schema = GeneratorTest.Run(TestSource.Spec("/// <summary>The job.</summary>\npublic required V1JobTemplateSpec Job { get; set; }")).Property("job");
        var actual = JsonNode.Parse(schema.GetRawText())!;
        var differences = new List<string>();
        Compare("job", expected.AsObject(), actual.AsObject(), differences);
        Assert.True(differences.Count == 0, string.Join("\n", differences));
    }

    [Fact]
    public void What_a_newer_class_has_beyond_the_document_is_kept()
    {
        var pod = GeneratorTest.Run(TestSource.Spec("public required V1PodSpec Pod { get; set; }")).Property("pod");
        var missing = typeof(V1PodSpec).GetProperties()
            .Select(property => property.GetCustomAttributes(false).OfType<System.Text.Json.Serialization.JsonPropertyNameAttribute>().Single().Name)
            .Where(name => !pod.GetProperty("properties").TryGetProperty(name, out _));
        Assert.Empty(missing);
    }

    [Theory]
    [InlineData("V1PodTemplateSpec")]
    [InlineData("V1LabelSelector")]
    [InlineData("V1Condition")]
    [InlineData("V1ObjectMeta")]
    [InlineData("Corev1EventSeries")]
    [InlineData("Discoveryv1EndpointPort")]
    [InlineData("Authenticationv1TokenRequest")]
    [InlineData("V1ResourceRequirements")]
    [InlineData("V2HorizontalPodAutoscalerSpec")]
    public void Classes_are_found_by_their_names_in_the_document(string className) => Assert.Contains(className, ModelReader.Instance.Names);

    [Fact]
    public void Most_classes_of_the_client_have_a_published_schema()
    {
        var classes = typeof(V1Pod).Assembly.GetExportedTypes()
            .Where(type => type.Namespace == "k8s.Models" && type.IsClass && type.Name.StartsWith("V1", StringComparison.Ordinal))
            .Where(type => !type.Name.StartsWith("V1alpha", StringComparison.Ordinal) && !type.Name.StartsWith("V1beta", StringComparison.Ordinal))
            .Select(type => type.Name)
            .ToList();
        var known = ModelReader.Instance.Names.ToHashSet(StringComparer.Ordinal);
        Assert.True(classes.Count(known.Contains) > classes.Count * 85 / 100, string.Join(" ", classes.Where(name => !known.Contains(name))));
    }

    [Fact]
    public void A_class_that_contains_itself_is_left_open_where_it_does()
    {
        var schema = GeneratorTest.Run(TestSource.Spec("public required V1JSONSchemaProps Schema { get; set; }"));
        Assert.True(schema.Property("schema", "not").GetProperty("x-kubernetes-preserve-unknown-fields").GetBoolean());
    }

    [Fact]
    public void Every_class_of_the_document_can_be_read()
    {
        foreach (var name in ModelReader.Instance.Names)
            Assert.NotNull(ModelReader.Instance.Read(name, _ => new Model.Schema()));
    }

    // What the client's classes have beyond the document is of a later Kubernetes, and allowed.
    private static void Compare(string path, JsonObject expected, JsonObject actual, List<string> differences)
    {
        foreach (var (key, value) in expected)
        {
            if (actual[key] is not { } other)
                differences.Add($"{path}: {key} is missing");
            else if (key == "properties")
                CompareProperties(path, value!.AsObject(), other.AsObject(), differences);
            else if (key is "items" or "additionalProperties")
                Compare($"{path}.{key}", value!.AsObject(), other.AsObject(), differences);
            else if (key != "description" && !JsonNode.DeepEquals(value, other))
                differences.Add($"{path}: {key} is {other.ToJsonString()}, not {value!.ToJsonString()}");
        }
        foreach (var (key, value) in actual)
        {
            if (!expected.ContainsKey(key))
                differences.Add($"{path}: {key} is {value!.ToJsonString()}, and shouldn't be there");
        }
    }

    private static void CompareProperties(string path, JsonObject expected, JsonObject actual, List<string> differences)
    {
        foreach (var (name, schema) in expected)
        {
            if (actual[name] is { } other)
                Compare($"{path}.{name}", schema!.AsObject(), other.AsObject(), differences);
            else
                differences.Add($"{path}.{name} is missing");
        }
    }
}
