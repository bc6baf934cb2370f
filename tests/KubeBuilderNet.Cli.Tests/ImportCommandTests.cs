using System.Net;
using KubeBuilderNet.Cli.Tests.Support;

namespace KubeBuilderNet.Cli.Tests;

public class ImportCommandTests
{
    private const string Definition = """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata:
          name: widgets.example.com
        spec:
          group: example.com
          names: {kind: Widget, listKind: WidgetList, plural: widgets, singular: widget}
          scope: Namespaced
          versions:
          - name: v1
            served: true
            storage: true
            schema:
              openAPIV3Schema:
                type: object
                properties:
                  spec:
                    type: object
                    required: [size]
                    properties:
                      size: {type: string, enum: [small, large], description: How large.}
        """;

    [Fact]
    public async Task A_file_becomes_classes_in_the_namespace_of_the_project()
    {
        using var shell = new Shell();
        shell.Write("shop.csproj", "<Project/>");
        shell.Write("crd.yaml", Definition);
        Assert.Equal(0, await shell.Run("import", "crd.yaml"));
        Assert.Equal("create    Api/V1/Widget.cs\nNext: run 'dotnet build', which writes the same CRDs to config/crd/bases\n", shell.Out);
        var source = await File.ReadAllTextAsync(Path.Combine(shell.Folder, "Api/V1/Widget.cs"), TestContext.Current.CancellationToken);
        Assert.Contains("namespace Shop.Api.V1;", source, StringComparison.Ordinal);
        Assert.Contains("public sealed partial class Widget : CustomResource<WidgetSpec?>;", source, StringComparison.Ordinal);
        Assert.Contains("    /// <summary>How large.</summary>\n    public required WidgetSize Size { get; set; }\n", source, StringComparison.Ordinal);
        Assert.Contains("""    [JsonStringEnumMemberName("small")] Small,""", source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_piped_in_is_read_and_folder_and_namespace_can_be_chosen()
    {
        using var shell = new Shell { In = Definition + "\n---\nkind: Namespace\n---\n" };
        Assert.Equal(0, await shell.Run("import", "-", "--output", "Others/", "--namespace", "Some.Others"));
        Assert.Equal(["Others/V1/Widget.cs"], shell.Files());
        Assert.Contains("namespace Some.Others.V1;", await File.ReadAllTextAsync(Path.Combine(shell.Folder, "Others/V1/Widget.cs"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Vendor/cert-manager", "Vendor/cert-manager/V1/Widget.cs", "namespace Shop.Vendor.CertManager.V1;")]
    [InlineData("./Others", "Others/V1/Widget.cs", "namespace Shop.Others.V1;")]
    [InlineData(".", "V1/Widget.cs", "namespace Shop.V1;")]
    public async Task Another_folder_is_another_namespace(string folder, string file, string space)
    {
        using var shell = new Shell { In = Definition };
        shell.Write("shop.csproj", "<Project/>");
        Assert.True(await shell.Run("import", "-", "--output", folder) == 0, shell.Error);
        Assert.Contains(space, await File.ReadAllTextAsync(Path.Combine(shell.Folder, file), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_no_namespace_asks_for_one()
    {
        using var shell = new Shell { In = Definition };
        shell.Write("shop.csproj", "<Project/>");
        Assert.Equal(1, await shell.Run("import", "-", "--output", "3scale"));
        Assert.StartsWith("kbnet: --namespace 'Shop.3scale', as --output has it, is no C# namespace", shell.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_that_differ_are_replaced_by_force_alone_and_a_dry_run_writes_nothing()
    {
        using var shell = new Shell { In = Definition };
        Assert.Equal(0, await shell.Run("import", "-", "--namespace", "A", "--dry-run"));
        Assert.Equal("create    Api/V1/Widget.cs\n", shell.Out);
        Assert.Empty(shell.Files());
        shell.Write("Api/V1/Widget.cs", "mine");
        Assert.Equal(1, await shell.Run("import", "-", "--namespace", "A"));
        Assert.StartsWith("kbnet: Api/V1/Widget.cs exists and differs", shell.Error, StringComparison.Ordinal);
        Assert.Equal(0, await shell.Run("import", "-", "--namespace", "A", "--diff"));
        Assert.Equal(1, await shell.Run("import", "-", "--namespace", "A"));
        Assert.Equal(0, await shell.Run("import", "-", "--namespace", "A", "--force"));
        Assert.Equal("overwrite Api/V1/Widget.cs", shell.Out.Split('\n')[0]);
    }

    [Fact]
    public async Task An_address_is_downloaded()
    {
        using var server = new OneAnswer(HttpStatusCode.OK, Definition);
        using var shell = new Shell();
        Assert.Equal(0, await shell.Run("import", server.Address, "--namespace", "A"));
        Assert.Equal(["Api/V1/Widget.cs"], shell.Files());
    }

    [Fact]
    public async Task An_address_that_fails_is_named_with_its_answer()
    {
        using var server = new OneAnswer(HttpStatusCode.NotFound, "");
        using var shell = new Shell();
        Assert.Equal(1, await shell.Run("import", server.Address));
        Assert.Equal($"kbnet: {server.Address}: the server answered 404 Not Found\n", shell.Error);
        var closed = $"http://127.0.0.1:{FakeCluster.FreePort()}/crd.yaml";
        Assert.Equal(1, await shell.Run("import", closed));
        Assert.StartsWith($"kbnet: {closed}: ", shell.Error, StringComparison.Ordinal);
        Assert.Equal(1, await shell.Run("import", "https://"));
        Assert.StartsWith("kbnet: https:// is no address", shell.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cluster_that_is_silent_is_not_waited_for_without_end()
    {
        using var server = new SilentServer();
        using var shell = new Shell();
        Assert.Equal(1, await shell.Run("import", $"http://127.0.0.1:{server.Port}/", "--timeout", "1"));
        Assert.Equal($"kbnet: http://127.0.0.1:{server.Port}/: no answer within 1 s: see --timeout\n", shell.Error);
    }

    [Fact]
    public async Task A_definition_is_read_from_a_cluster()
    {
        using var cluster = new FakeCluster();
        using var shell = new Shell();
        shell.Write("kubeconfig", cluster.Kubeconfig);
        shell.Write("config/crd/bases/widgets.yaml", Definition);
        Assert.Equal(0, await shell.Run("install", "--kubeconfig", Path.Combine(shell.Folder, "kubeconfig")));
        Assert.Equal(0, await shell.Run("import", "--from-cluster", "widgets.example.com", "--namespace", "A", "--kubeconfig", Path.Combine(shell.Folder, "kubeconfig")));
        Assert.Contains("Api/V1/Widget.cs", shell.Files());
        Assert.Equal(1, await shell.Run("import", "--from-cluster", "gadgets.example.com", "--kubeconfig", Path.Combine(shell.Folder, "kubeconfig")));
        Assert.Equal("kbnet: the cluster has no CRD 'gadgets.example.com': see 'kubectl get crds', its name is <plural>.<group>\n", shell.Error);
    }

    [Theory]
    [InlineData("kind: Namespace", "kbnet: crd.yaml has no CustomResourceDefinition in it: it holds Namespace\n")]
    [InlineData("", "kbnet: crd.yaml has no CustomResourceDefinition in it: it is empty\n")]
    [InlineData("a: [", "kbnet: crd.yaml")]
    [InlineData("{kind: CustomResourceDefinition, apiVersion: apiextensions.k8s.io/v1beta1}", "kbnet: crd.yaml: a CustomResourceDefinition of apiextensions.k8s.io/v1beta1, and this reads apiextensions.k8s.io/v1")]
    [InlineData("{kind: CustomResourceDefinition, apiVersion: apiextensions.k8s.io/v1, metadata: {name: a.b.c}, spec: {group: b.c}}", "kbnet: crd.yaml: a.b.c.spec.names is missing\n")]
    [InlineData("{kind: CustomResourceDefinition, apiVersion: apiextensions.k8s.io/v1, metadata: {name: a.b.c}, spec: {group: b.c, scope: Namespaced, names: {kind: A, plural: a}, versions: [{name: v1, schema: {openAPIV3Schema: {type: object, properties: {spec: {type: string, maxLength: long}}}}}]}}", "kbnet: crd.yaml: a.b.c.spec.versions[0].schema.openAPIV3Schema.properties.spec.maxLength must be a whole number, and is \"long\"\n")]
    public async Task What_is_no_definition_is_named_with_its_place(string text, string error)
    {
        using var shell = new Shell();
        shell.Write("crd.yaml", text);
        Assert.Equal(1, await shell.Run("import", "crd.yaml", "--namespace", "A"));
        Assert.StartsWith(error, shell.Error, StringComparison.Ordinal);
        Assert.Equal(["crd.yaml"], shell.Files());
    }

    [Theory]
    [InlineData("import gone.yaml", 1, "kbnet: there is no file gone.yaml\n")]
    [InlineData("import .", 1, "kbnet: . is a folder: name a file in it\n")]
    [InlineData("import", 2, "kbnet: Name a file, an address or -, or pass --from-cluster. See 'kbnet import --help'.\n")]
    [InlineData("import a.yaml --from-cluster b", 2, "kbnet: A source and --from-cluster contradict each other: pass one. See 'kbnet import --help'.\n")]
    [InlineData("import - --nope", 2, "kbnet: Unrecognized command or argument '--nope'. See 'kbnet import --help'.\n")]
    public async Task Misuse_is_one_line(string line, int code, string error)
    {
        using var shell = new Shell();
        Assert.Equal(code, await shell.Run(line.Split(' ')));
        Assert.Equal(error, shell.Error);
    }

    [Theory]
    [InlineData("1bad")]
    [InlineData("a.class")]
    public async Task A_namespace_must_be_one(string space)
    {
        using var shell = new Shell { In = Definition };
        Assert.Equal(1, await shell.Run("import", "-", "--namespace", space));
        Assert.Equal($"kbnet: --namespace '{space}' is no C# namespace: use letters, digits and '_', with dots between names\n", shell.Error);
    }

    [Fact]
    public async Task Without_a_project_a_namespace_must_be_passed()
    {
        using var shell = new Shell { In = Definition };
        Assert.Equal(1, await shell.Run("import", "-"));
        Assert.Equal("kbnet: there is no PROJECT and no .csproj here to take a namespace from: pass --namespace, or run in a project's folder\n", shell.Error);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_leaves_nothing_behind()
    {
        using var shell = new Shell { In = Definition };
        shell.Write("Api", "a file");
        Assert.Equal(1, await shell.Run("import", "-", "--namespace", "A"));
        Assert.Equal("kbnet: Api is a file, and must be a directory: move it away\n", shell.Error);
        Assert.Equal(["Api"], shell.Files());
    }
}
