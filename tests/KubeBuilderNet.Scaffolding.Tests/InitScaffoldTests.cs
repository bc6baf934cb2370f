using KubeBuilderNet.Scaffolding.Init;
using KubeBuilderNet.Scaffolding.Planning;
using KubeBuilderNet.Scaffolding.Tests.Support;

namespace KubeBuilderNet.Scaffolding.Tests;

public class InitScaffoldTests
{
    [Fact]
    public void A_second_init_says_that_it_was_done() =>
        Assert.StartsWith("already initialized: PROJECT is there.", Scaffold.Error(() => InitScaffold.Plan(Scaffold.Init(), Scaffold.Options)), StringComparison.Ordinal);

    [Theory]
    [InlineData("Bad_Domain", "--domain 'Bad_Domain' is no DNS-1123 subdomain: use lower-case letters, digits, '-' and '.', with a letter or digit around each dot")]
    [InlineData("", "--domain '' is empty")]
    [InlineData("a..b", "--domain 'a..b' is no DNS-1123 subdomain: use lower-case letters, digits, '-' and '.', with a letter or digit around each dot")]
    public void A_bad_domain_is_refused_now(string domain, string message) =>
        Assert.Equal(message, Scaffold.Error(() => Plan(Scaffold.Options with { Domain = domain })));

    [Theory]
    [InlineData("My_Op", "--project-name 'My_Op' is no DNS-1123 label: use lower-case letters, digits and '-', with a letter or digit at both ends")]
    [InlineData("3scale", "--project-name '3scale' must start with a lower-case letter (DNS-1035)")]
    [InlineData("kubernetesclient", "--project-name 'kubernetesclient' is the name of a package that the project needs: choose another")]
    [InlineData("abcdefghijklmnopqrstuvwxyzabc", "--project-name 'abcdefghijklmnopqrstuvwxyzabc' is 29 characters long, "
        + "and 'abcdefghijklmnopqrstuvwxyzabc-controller-manager-metrics-service' must fit into 63: use 28 at most")]
    public void A_bad_project_name_is_refused(string name, string message) =>
        Assert.Equal(message, Scaffold.Error(() => Plan(Scaffold.Options with { ProjectName = name })));

    [Fact]
    public void The_folder_names_the_project_in_lower_case()
    {
        var files = Scaffold.Init(Scaffold.Options with { ProjectName = null, FolderName = "MyShop" });
        Assert.True(files.FileExists("myshop.csproj"));
        Assert.Equal("the folder's name 'my shop' is no DNS-1123 label: use lower-case letters, digits and '-', with a letter or digit at both ends: pass --project-name",
            Scaffold.Error(() => Plan(Scaffold.Options with { ProjectName = null, FolderName = "My Shop" })));
    }

    [Theory]
    [InlineData("class", "--namespace 'class' has the C# keyword 'class' in it")]
    [InlineData("My.event", "--namespace 'My.event' has the C# keyword 'event' in it")]
    [InlineData("my-op", "--namespace 'my-op' is no C# namespace: use letters, digits and '_', with dots between names")]
    [InlineData("System", "--namespace 'System' would hide the namespace System from the project's code")]
    [InlineData("Console", "--namespace 'Console' would hide the type System.Console from the project's code")]
    public void A_bad_namespace_is_refused(string name, string message) =>
        Assert.Equal(message, Scaffold.Error(() => Plan(Scaffold.Options with { RootNamespace = name })));

    [Theory]
    [InlineData("gpl", "--license 'gpl' is not known: use apache2, copyright or none")]
    [InlineData("copyright", "--license copyright needs to know whose: pass --owner too")]
    public void A_bad_licence_is_refused(string license, string message) =>
        Assert.Equal(message, Scaffold.Error(() => Plan(Scaffold.Options with { License = new() { License = license } })));

    [Fact]
    public void Another_project_in_the_folder_is_refused()
    {
        var files = new MemoryFileSystem();
        files.Put("Other.csproj", "<Project/>");
        Assert.StartsWith("Other.csproj is there", Scaffold.Error(() => InitScaffold.Plan(files, Scaffold.Options)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_differs_is_only_replaced_by_force()
    {
        var files = new MemoryFileSystem();
        files.Put("README.md", "mine");
        files.Put("Program.cs", "mine");
        Assert.Equal("Program.cs, README.md exist and differ from what would be written: move them away, or pass --force to replace them",
            Scaffold.Error(() => InitScaffold.Plan(files, Scaffold.Options)));
        var forced = InitScaffold.Plan(files, Scaffold.Options, force: true);
        Assert.Equal(["Program.cs", "README.md"], forced.Changes.Where(change => change.Kind == ChangeKind.Overwrite).Select(change => change.Path));
    }

    [Fact]
    public void A_directory_in_the_place_of_a_file_is_named()
    {
        var files = new MemoryFileSystem();
        files.Put("Dockerfile/x", "");
        Assert.Equal("Dockerfile is a directory, and must be a file: move it away", Scaffold.Error(() => InitScaffold.Plan(files, Scaffold.Options)));
    }

    [Fact]
    public void A_name_that_YAML_reads_as_something_else_is_quoted()
    {
        var files = Scaffold.Init(Scaffold.Options with { ProjectName = "on" });
        Assert.Contains("projectName: \"on\"\n", files.Files["PROJECT"], StringComparison.Ordinal);
        Assert.Contains("app.kubernetes.io/name: \"on\"\n", files.Files["config/manager/manager.yaml"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_domain_of_Kubernetes_itself_is_noted() =>
        Assert.Contains("api-approved", Assert.Single(Plan(Scaffold.Options with { Domain = "x.k8s.io" }).Notes), StringComparison.Ordinal);

    [Theory]
    [InlineData("0.1.0", "KubeBuilderNet.0.1.0.nupkg", "KubeBuilderNet.Cli.9.0.0.nupkg")]
    [InlineData("0.10.0", "KubeBuilderNet.0.9.0.nupkg", "KubeBuilderNet.0.10.0.nupkg")]
    [InlineData("1.0.0", "KubeBuilderNet.1.0.0-rc.1.nupkg", "KubeBuilderNet.1.0.0.nupkg")]
    [InlineData("1.0.0-rc.10", "KubeBuilderNet.1.0.0-rc.9.nupkg", "KubeBuilderNet.1.0.0-rc.10.nupkg", "KubeBuilderNet.1.0.0-beta.nupkg")]
    public void The_highest_version_of_a_package_folder_is_taken(string expected, params string[] files) =>
        Assert.Equal(expected, PackageFolder.HighestVersion("dir", files));

    [Fact]
    public void A_package_folder_without_the_package_is_named() =>
        Assert.Equal("--package-source 'dir' has no KubeBuilderNet.<version>.nupkg: pack into it first, or pass --package-version",
            Scaffold.Error(() => PackageFolder.HighestVersion("dir", ["KubeBuilderNet.Cli.1.0.0.nupkg", "x.txt"])));

    private static Plan Plan(InitOptions options) => InitScaffold.Plan(new MemoryFileSystem(), options);
}
