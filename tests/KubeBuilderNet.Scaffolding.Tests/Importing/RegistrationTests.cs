using System.Text.Json.Nodes;
using KubeBuilderNet.Scaffolding.Applying;
using KubeBuilderNet.Scaffolding.Importing;
using KubeBuilderNet.Scaffolding.Tests.Support;

namespace KubeBuilderNet.Scaffolding.Tests.Importing;

public class RegistrationTests
{
    private const string Definitions = "config/crd/kustomization.yaml";

    [Fact]
    public void A_kind_of_the_projects_domain_is_registered_as_create_api_does()
    {
        var created = Scaffold.Init().Create(Scaffold.Api("v1", "Widget") with { HasController = false });
        var imported = Scaffold.Init();
        Import(imported, Definition("apps.baihl.io"));
        Assert.Equal(created.ReadText("PROJECT"), imported.ReadText("PROJECT"));
        Assert.Equal(created.ReadText(Definitions), imported.ReadText(Definitions));
        Import(imported, Definition("apps.baihl.io"));
        Assert.Equal(created.ReadText("PROJECT"), imported.ReadText("PROJECT"));
    }

    [Fact]
    public void A_registered_kind_can_have_a_controller()
    {
        var files = Scaffold.Init();
        Import(files, Definition("apps.baihl.io"));
        files.Create(Scaffold.Api("v1", "Widget") with { HasResource = false });
        Assert.True(files.FileExists("Controllers/WidgetReconciler.cs"));
    }

    [Theory]
    [InlineData("cert-manager.io", "Api", null)]
    [InlineData("notbaihl.io", "Api", null)]
    [InlineData("apps.baihl.io", "Others", null)]
    [InlineData("apps.baihl.io", "Api", "Some.Others")]
    public void Kinds_of_others_and_classes_elsewhere_are_not(string group, string output, string? space)
    {
        var files = Scaffold.Init();
        var (project, definitions) = (files.ReadText("PROJECT"), files.ReadText(Definitions));
        Import(files, Definition(group), output, space);
        Assert.Equal(project, files.ReadText("PROJECT"));
        Assert.Equal(definitions, files.ReadText(Definitions));
    }

    [Fact]
    public void A_second_group_needs_a_project_of_several() => Assert.StartsWith(
        "multiple groups are not allowed by default, and the project has 'apps.baihl.io'",
        Scaffold.Error(() => ImportScaffold.Plan(Scaffold.Init(), Options([Definition("apps.baihl.io"), Definition("shop.baihl.io", "Gadget")]))),
        StringComparison.Ordinal);

    private static void Import(MemoryFileSystem files, JsonObject definition, string output = "Api", string? space = null) => new PlanApplier(files).Apply(
        ImportScaffold.Plan(files, Options([definition]) with { Output = output, Namespace = space }), TestContext.Current.CancellationToken);

    private static ImportOptions Options(IReadOnlyList<JsonObject> definitions) => new() { Source = "crd.yaml", Definitions = definitions };

    private static JsonObject Definition(string group, string kind = "Widget")
    {
        var plural = kind.ToLowerInvariant() + "s";
        return JsonNode.Parse($$"""
            {"apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition", "metadata": {"name": "{{plural}}.{{group}}"},
             "spec": {"group": "{{group}}", "scope": "Namespaced", "names": {"kind": "{{kind}}", "listKind": "{{kind}}List", "plural": "{{plural}}", "singular": "{{kind.ToLowerInvariant()}}"},
              "versions": [{"name": "v1", "served": true, "storage": true, "schema": {"openAPIV3Schema": {"type": "object", "properties": {"spec": {"type": "object", "properties": {"a": {"type": "string"} } } } } } }] } }
            """)!.AsObject();
    }
}
