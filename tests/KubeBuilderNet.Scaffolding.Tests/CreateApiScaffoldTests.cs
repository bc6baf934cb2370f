using KubeBuilderNet.Scaffolding.Apis;
using KubeBuilderNet.Scaffolding.Planning;
using KubeBuilderNet.Scaffolding.Plugins;
using KubeBuilderNet.Scaffolding.Tests.Support;

namespace KubeBuilderNet.Scaffolding.Tests;

public class CreateApiScaffoldTests
{
    private static CreateApiOptions External { get; } = Scaffold.Api("v1", "Certificate", "cert-manager") with
    {
        HasResource = false,
        ExternalApiPath = "CertManager.V1",
        ExternalApiDomain = "io",
        ExternalApiModule = "CertManager@1.0.0",
    };

    public static TheoryData<CreateApiOptions, string> Refused => new()
    {
        { Scaffold.Api(kind: ""), "--kind cannot be empty: pass one such as HTTPClient" },
        { Scaffold.Api(kind: "httpClient"), "--kind 'httpClient' must start with an upper-case letter and have only letters and digits, such as HTTPClient" },
        { Scaffold.Api(kind: "My_Kind"), "--kind 'My_Kind' must start with an upper-case letter and have only letters and digits, such as HTTPClient" },
        { Scaffold.Api(kind: "K" + new string('k', 63)), $"--kind 'K{new string('k', 63)}' is 64 characters long, and a DNS label has 63 at most" },
        { Scaffold.Api(version: ""), "--version cannot be empty: pass one such as v1, v1alpha1 or v2beta3" },
        { Scaffold.Api(version: "V1"), "--version 'V1' is no DNS-1123 label: use lower-case letters, digits and '-', with a letter or digit at both ends, such as v1, v1alpha1 or v2beta3" },
        { Scaffold.Api(version: "1"), "--version '1' must start with a lower-case letter (DNS-1035), such as v1, v1alpha1 or v2beta3" },
        { Scaffold.Api(group: "Apps"), "--group 'Apps' is no DNS-1123 subdomain: use lower-case letters, digits, '-' and '.', with a letter or digit around each dot" },
        { Scaffold.Api() with { Plural = "Clients" }, "--plural 'Clients' is no DNS-1123 label: use lower-case letters, digits and '-', with a letter or digit at both ends" },
        { Scaffold.Api() with { ShortNames = ["H C"] }, "--short-name 'H C' is no DNS-1123 label: use lower-case letters, digits and '-', with a letter or digit at both ends" },
        { Scaffold.Api() with { HasResource = false, HasController = false }, "--resource=false and --controller=false together ask for nothing: leave one of them out" },
        { Scaffold.Api() with { HasResource = false }, "--resource=false, but the project has no class for apps.baihl.io/v1beta1, kind HTTPClient, and Kubernetes' group 'apps' has no kind HTTPClient in v1beta1 that could be watched" },
        { Scaffold.Api(group: "shop") with { HasResource = false }, "--resource=false, but the project has no class for shop.baihl.io/v1beta1, kind HTTPClient: leave it out, create the resource first, or pass --external-api-path for another operator's kind" },
        { Scaffold.Api() with { ExternalApiPath = "A.B" }, "--external-api-path, --external-api-domain and --external-api-module are for kinds of other operators, which the project doesn't define: pass --resource=false with them" },
        { External with { ExternalApiPath = null }, "--external-api-module requires --external-api-path: the namespace of the kind's class in that package" },
        { External with { ExternalApiPath = null, ExternalApiModule = null }, "--external-api-domain requires --external-api-path: the namespace of the kind's class" },
        { External with { ExternalApiPath = "CertManager.V1@1.0" }, "--external-api-path 'CertManager.V1@1.0': a version belongs to --external-api-module" },
        { External with { ExternalApiPath = "github.com/cert-manager" }, "--external-api-path 'github.com/cert-manager' is no C# namespace: pass that of the kind's class, such as CertManager.V1" },
        { External with { ExternalApiModule = "CertManager" }, "--external-api-module 'CertManager' is no package with a version: pass one such as Contoso.CertManager@1.2.3" },
        { Scaffold.Api() with { ControllerName = "a", HasController = false }, "--controller-name and --controller=false contradict each other: leave one of them out" },
        { Scaffold.Api() with { ControllerName = "My_Controller" }, "--controller-name 'My_Controller' is no DNS-1123 label: use lower-case letters, digits and '-', with a letter or digit at both ends" },
        { Image(""), "--image is missing: the plug-in deploy-image needs to know which image the kind's objects run" },
        { Image("a b"), "--image 'a b' is no image: white space in it" },
        { Image("a", port: "x"), "--image-container-port must be a valid integer, got 'x'" },
        { Image("a", port: "70000"), "--image-container-port must be between 1 and 65535, got 70000" },
        { Image("a", user: "x"), "--run-as-user must be a valid integer, got 'x'" },
        { Image("a", user: "-1"), "--run-as-user must be non-negative, got -1" },
        { Image("a") with { HasController = false }, "the plug-in deploy-image writes a kind and its controller: leave --resource=false and --controller=false out" },
        { Image("a") with { Namespaced = false }, "the plug-in deploy-image needs a kind with namespaces, which its Deployments live in: leave --namespaced=false out" },
    };

    private static CreateApiOptions Image(string image, string port = "", string user = "") =>
        Scaffold.Api("v1", "Memcached") with { Image = new DeployImageOptions { Image = image, Port = port, RunAsUser = user } };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public void A_bad_flag_is_named(CreateApiOptions options, string message) =>
        Assert.Equal(message, Scaffold.Error(() => CreateApiScaffold.Plan(Scaffold.Init(), options)));

    [Fact]
    public void Outside_a_project_it_says_so() =>
        Assert.Equal("no PROJECT file here: run 'kbnet init' first, or run this in a project's root",
            Scaffold.Error(() => CreateApiScaffold.Plan(new MemoryFileSystem(), Scaffold.Api())));

    [Fact]
    public void An_API_that_exists_is_refused_and_forced_it_changes_nothing()
    {
        var files = Scaffold.Init().Create(Scaffold.Api());
        Assert.Equal("API resource already exists: apps.baihl.io/v1beta1, kind HTTPClient. Pass --force to write its files again",
            Scaffold.Error(() => CreateApiScaffold.Plan(files, Scaffold.Api())));
        Assert.Empty(CreateApiScaffold.Plan(files, Scaffold.Api() with { Force = true }).Writes);
    }

    [Fact]
    public void An_edited_file_is_replaced_only_by_force_and_then_said_so()
    {
        var files = Scaffold.Init().Create(Scaffold.Api());
        files.Files["Api/V1Beta1/HTTPClient.cs"] += "// mine\n";
        var change = Assert.Single(CreateApiScaffold.Plan(files, Scaffold.Api() with { Force = true }).Writes);
        Assert.Equal(("Api/V1Beta1/HTTPClient.cs", ChangeKind.Overwrite), (change.Path, change.Kind));
    }

    [Fact]
    public void A_file_in_the_way_is_named()
    {
        var files = Scaffold.Init();
        files.Put("Controllers/HTTPClientReconciler.cs", "// mine");
        Assert.Equal("Controllers/HTTPClientReconciler.cs exists and differs from what would be written: move it away, or pass --force to replace it",
            Scaffold.Error(() => CreateApiScaffold.Plan(files, Scaffold.Api())));
    }

    [Fact]
    public void Versions_of_a_kind_share_plural_scope_and_controller()
    {
        var files = Scaffold.Init().Create(Scaffold.Api("v1", "Lens") with { Plural = "lenses", Namespaced = false });
        Assert.Equal("--plural 'lens', but version v1 of Lens has 'lenses': versions of a kind share it",
            Scaffold.Error(() => CreateApiScaffold.Plan(files, Scaffold.Api("v2", "Lens") with { Plural = "lens" })));
        Assert.Equal("--namespaced: version v1 of Lens is cluster-scoped, and versions of a kind share that: pass --namespaced=false",
            Scaffold.Error(() => CreateApiScaffold.Plan(files, Scaffold.Api("v2", "Lens") with { Namespaced = true })));
        Assert.Equal("version v1 of Lens already has the controller: pass --controller=false to add another version",
            Scaffold.Error(() => CreateApiScaffold.Plan(files, Scaffold.Api("v2", "Lens"))));
        files.Create(Scaffold.Api("v2", "Lens") with { HasController = false });
        Assert.Contains("Plural = \"lenses\", Scope = ResourceScope.Cluster", files.Files["Api/V2/Lens.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_group_needs_multigroup() =>
        Assert.StartsWith("multiple groups are not allowed by default, and the project has 'apps.baihl.io': run 'kbnet edit --multigroup'",
            Scaffold.Error(() => CreateApiScaffold.Plan(Scaffold.Init().Create(Scaffold.Api()), Scaffold.Api(group: "batch"))), StringComparison.Ordinal);

    [Fact]
    public void Kinds_whose_classes_or_plurals_meet_are_refused()
    {
        var files = Scaffold.Init().Create(Scaffold.Api("v1", "Foo"));
        Assert.Equal("--kind 'FooSpec' would need a class FooSpec, which apps.baihl.io/v1, kind Foo has already: choose another kind",
            Scaffold.Error(() => CreateApiScaffold.Plan(files, Scaffold.Api("v1", "FooSpec"))));
        Assert.Equal("the plural 'foos' belongs to kind Foo already: pass another --plural",
            Scaffold.Error(() => CreateApiScaffold.Plan(files, Scaffold.Api("v2", "FOO"))));
    }

    [Fact]
    public void The_group_may_be_empty_when_there_is_a_domain()
    {
        var files = Scaffold.Init().Create(Scaffold.Api("v1", "Foo", ""));
        Assert.Contains("[CustomResource(\"baihl.io\", \"v1\")]", files.Files["Api/V1/Foo.cs"], StringComparison.Ordinal);
        Assert.True(files.FileExists("config/samples/v1_foo.yaml"));
        Assert.DoesNotContain("group:", files.Files["PROJECT"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_group_without_a_dot_is_refused_as_Kubernetes_would() =>
        Assert.StartsWith("the API group 'local' needs a dot in it",
            Scaffold.Error(() => CreateApiScaffold.Plan(Scaffold.Init(Scaffold.Options with { Domain = "local" }), Scaffold.Api(group: ""))), StringComparison.Ordinal);

    [Fact]
    public void Groups_with_dots_and_dashes_name_their_files()
    {
        var files = Scaffold.Init().Create(Scaffold.Api("v1", "Foo", "sea-creatures.deep"));
        Assert.Contains("- bases/sea-creatures.deep.baihl.io_foos.yaml\n", files.Files["config/crd/kustomization.yaml"], StringComparison.Ordinal);
        Assert.True(files.FileExists("config/samples/sea-creatures.deep_v1_foo.yaml"));
    }

    [Fact]
    public void A_controller_can_come_later_and_PROJECT_keeps_what_it_does_not_know()
    {
        var files = Scaffold.Init();
        files.Files["PROJECT"] = files.Files["PROJECT"].Replace("version: \"3\"", "futureField: {a: 1} # mine\nversion: \"3\"", StringComparison.Ordinal);
        files.Create(Scaffold.Api() with { HasController = false });
        files.Files["PROJECT"] = files.Files["PROJECT"].Replace("  kind: HTTPClient", "  kind: HTTPClient # ours\n  note: kept", StringComparison.Ordinal);
        Assert.DoesNotContain("role.yaml\n- role", files.Files["config/rbac/kustomization.yaml"], StringComparison.Ordinal);
        files.Create(Scaffold.Api() with { HasResource = false });
        Assert.Contains("    namespaced: true\n  controller: true\n  domain: baihl.io\n", files.Files["PROJECT"], StringComparison.Ordinal);
        Assert.Contains("  kind: HTTPClient # ours\n  note: kept\n", files.Files["PROJECT"], StringComparison.Ordinal);
        Assert.Contains("futureField: {a: 1} # mine\n", files.Files["PROJECT"], StringComparison.Ordinal);
        Assert.EndsWith("- role.yaml\n", files.Files["config/rbac/kustomization.yaml"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("version: \"2\"\n", "PROJECT: version is '2', and this kbnet reads '3': use another kbnet, or mend the file")]
    [InlineData("version: \"3\"\nlayout: [go.kubebuilder.io/v4]\n", "PROJECT: layout is not 'dotnet.kubebuilder.net/v1', so another tool made this project: run kbnet in one of its own")]
    [InlineData("version: \"3\"\nlayout: dotnet.kubebuilder.net/v1\n", "PROJECT: 'projectName' is missing: add it")]
    [InlineData("version: \"3\"\nlayout: dotnet.kubebuilder.net/v1\nprojectName: a\nrepo: A\nresources: {}\n", "PROJECT: 'resources' must be a list of mappings")]
    public void A_PROJECT_that_cannot_be_used_is_explained(string text, string message)
    {
        var files = new MemoryFileSystem();
        files.Put("PROJECT", text);
        Assert.Equal(message, Scaffold.Error(() => CreateApiScaffold.Plan(files, Scaffold.Api())));
    }

    [Fact]
    public void The_licence_header_follows_the_editorconfig()
    {
        var files = Scaffold.Init(Scaffold.Options with { License = new() { License = "none" } });
        Assert.StartsWith("using", files.Files["Program.cs"], StringComparison.Ordinal);
        files.Files[".editorconfig"] += "file_header_template = One.\\nTwo.\n";
        files.Create(Scaffold.Api());
        Assert.StartsWith("// One.\n// Two.\n\nusing", files.Files["Api/V1Beta1/HTTPClient.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Windows_line_ends_are_no_difference_and_stay()
    {
        var files = Scaffold.Init().Create(Scaffold.Api());
        foreach (var path in files.Files.Keys.ToList())
            files.Files[path] = files.Files[path].ReplaceLineEndings("\r\n");
        Assert.Empty(CreateApiScaffold.Plan(files, Scaffold.Api() with { Force = true }).Writes);
        files.Create(Scaffold.Api("v2") with { HasController = false });
        Assert.Equal(files.Files["PROJECT"].ReplaceLineEndings("\r\n"), files.Files["PROJECT"]);
    }
}
