using System.Text.Json.Nodes;
using k8s.Models;

namespace KubeBuilderNet.IntegrationTests;

public enum WidgetColour
{
    Red,
    Green,
}

public sealed class WidgetSpec
{
    public required string Size { get; set; }

    public int Count { get; set; } = 1;

    public WidgetColour? Colour { get; set; }

    public TimeSpan? Interval { get; set; }
}

public sealed class WidgetStatus
{
    public string? Phase { get; set; }
}

/// <summary>A kind written by hand, as the generator will write them.</summary>
[KubernetesEntity(Group = "tests.baihl.io", ApiVersion = "v1", Kind = "Widget", PluralName = "widgets")]
public sealed class Widget : CustomResource<WidgetSpec, WidgetStatus>
{
    internal static Widget Named(string name, string size = "small") => new()
    {
        Metadata = new V1ObjectMeta { Name = name, NamespaceProperty = "default" },
        Spec = new WidgetSpec { Size = size },
    };

    internal static JsonObject Definition() => (JsonObject)JsonNode.Parse("""
        {
          "apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition",
          "metadata": { "name": "widgets.tests.baihl.io" },
          "spec": {
            "group": "tests.baihl.io", "scope": "Namespaced",
            "names": { "kind": "Widget", "listKind": "WidgetList", "plural": "widgets", "singular": "widget" },
            "versions": [{
              "name": "v1", "served": true, "storage": true, "subresources": { "status": {} },
              "schema": { "openAPIV3Schema": { "type": "object", "properties": {
                "spec": { "type": "object", "required": ["size"], "x-kubernetes-preserve-unknown-fields": true, "properties": {
                  "size": { "type": "string", "minLength": 1 }
                } },
                "status": { "type": "object", "properties": { "phase": { "type": "string" } } }
              } } }
            }]
          }
        }
        """)!;
}
