using KubeBuilderNet.Cli.Tests.Support;
using KubeBuilderNet.Scaffolding.Applying;

namespace KubeBuilderNet.Cli.Tests;

public class ScaffoldCommandTests
{
    private static readonly string[] Init = ["init", "--domain", "baihl.io", "--project-name", "httpclient"];
    private static readonly string[] CreateApi = ["create", "api", "--group", "apps", "--version", "v1beta1", "--kind", "HTTPClient"];

    [Fact]
    public async Task The_main_sample_is_made_by_two_commands()
    {
        using var shell = new Shell();
        Assert.Equal(0, await shell.Run(Init));
        Assert.Contains("create    httpclient.csproj\n", shell.Out, StringComparison.Ordinal);
        Assert.Contains("Next: kbnet create api", shell.Out, StringComparison.Ordinal);
        Assert.Equal(0, await shell.Run(CreateApi));
        Assert.Contains("create    Api/V1Beta1/HTTPClient.cs\n", shell.Out, StringComparison.Ordinal);
        Assert.Contains("edit      PROJECT\n", shell.Out, StringComparison.Ordinal);
        Assert.Empty(shell.Error);
        Assert.Contains("Controllers/HTTPClientReconciler.cs", shell.Files());
        Assert.DoesNotContain("\u001b", shell.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--dry-run")]
    [InlineData("--diff")]
    public async Task Showing_a_plan_writes_nothing(string flag)
    {
        using var shell = new Shell();
        Assert.Equal(0, await shell.Run([.. Init, flag]));
        Assert.Empty(shell.Files());
        Assert.Contains("Program.cs", shell.Out, StringComparison.Ordinal);
        await shell.Run(Init);
        var before = shell.Files();
        Assert.Equal(0, await shell.Run([.. CreateApi, flag]));
        Assert.Equal(before, shell.Files());
        Assert.DoesNotContain("HTTPClient", File.ReadAllText(Path.Combine(shell.Folder, "PROJECT")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_diff_shows_the_lines_that_an_edit_adds()
    {
        using var shell = new Shell();
        await shell.Run(Init);
        await shell.Run([.. CreateApi, "--diff"]);
        Assert.Contains("--- a/config/samples/kustomization.yaml\n+++ b/config/samples/kustomization.yaml\n@@ -1,4 +1,5 @@\n", shell.Out, StringComparison.Ordinal);
        Assert.Contains("-resources: []\n+resources:\n+- apps_v1beta1_httpclient.yaml\n", shell.Out, StringComparison.Ordinal);
        Assert.Contains("--- /dev/null\n+++ b/Api/V1Beta1/HTTPClient.cs\n@@ -0,0 +1,", shell.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_run_says_why_it_does_nothing()
    {
        using var shell = new Shell();
        await shell.Run(Init);
        Assert.Equal(1, await shell.Run(Init));
        Assert.StartsWith("kbnet: already initialized: PROJECT is there.", shell.Error, StringComparison.Ordinal);
        await shell.Run(CreateApi);
        Assert.Equal(1, await shell.Run(CreateApi));
        Assert.StartsWith("kbnet: API resource already exists: ", shell.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--controller=false")]
    [InlineData("--no-controller")]
    public async Task The_controller_can_be_left_out(string flag)
    {
        using var shell = new Shell();
        await shell.Run(Init);
        Assert.Equal(0, await shell.Run([.. CreateApi, flag]));
        Assert.DoesNotContain("Controllers/HTTPClientReconciler.cs", shell.Files());
        Assert.Contains("Api/V1Beta1/HTTPClient.cs", shell.Files());
    }

    [Fact]
    public async Task The_version_of_a_package_source_is_the_projects()
    {
        using var shell = new Shell();
        shell.Write("feed/KubeBuilderNet.1.2.3.nupkg", "");
        Assert.Equal(0, await shell.Run([.. Init, "--package-source", "feed"]));
        Assert.Contains("Include=\"KubeBuilderNet\" Version=\"1.2.3\"", File.ReadAllText(Path.Combine(shell.Folder, "Directory.Packages.props")), StringComparison.Ordinal);
        Assert.Contains("<add key=\"kbnet\" value=\"feed\" />", File.ReadAllText(Path.Combine(shell.Folder, "nuget.config")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--package-source", "nowhere", "kbnet: --package-source 'nowhere': there is no such folder\n")]
    [InlineData("--package-version", "new", "kbnet: --package-version 'new' is no version: write one such as 1.2.3 or 1.2.3-rc.1\n")]
    public async Task A_bad_package_flag_is_named(string flag, string value, string error)
    {
        using var shell = new Shell();
        Assert.Equal(1, await shell.Run([.. Init, flag, value]));
        Assert.Equal(error, shell.Error);
    }

    [Theory]
    [InlineData("init --license-file nowhere", "--license-file 'nowhere': there is no such file")]
    [InlineData("init --project-version 9", "--project-version '9' is not supported: use 3")]
    [InlineData("create api --version v1 --kind A --plugins go/v4", "--plugins 'go/v4' is not known: use dotnet/v1 or deploy-image/v1-alpha")]
    [InlineData("create api --version v1 --kind A --plugins helm", "--plugins 'helm' is nothing for this command: use it with edit")]
    [InlineData("create api --version v1 --kind A --image x", "--image is the plug-in deploy-image's: pass --plugins=deploy-image/v1-alpha, too")]
    [InlineData("create api --version v1 --kind A", "no PROJECT file here: run 'kbnet init' first, or run this in a project's root")]
    [InlineData("delete api --version v1 --kind A", "no PROJECT file here: run 'kbnet init' first, or run this in a project's root")]
    [InlineData("delete webhook --version v1 --kind A", "no PROJECT file here: run 'kbnet init' first, or run this in a project's root")]
    [InlineData("edit", "nothing to edit: pass a flag that says what, see 'kbnet edit --help'")]
    [InlineData("edit --multigroup", "no PROJECT file here: run 'kbnet init' first, or run this in a project's root")]
    [InlineData("edit --output-dir x", "--output-dir is the plug-in helm's: pass --plugins=helm/v2-alpha, too")]
    [InlineData("edit --plugins helm --output-dir ../x", "--output-dir '../x' must be a path in the project")]
    [InlineData("edit --plugins helm --multigroup", "--plugins=helm/v2-alpha makes a chart of what is deployed now: run it after the other edits, by itself")]
    [InlineData("edit --plugins helm --manifests nowhere", "nowhere is not there: pass --manifests with a kustomization's folder or a file of objects, such as 'kbnet build-installer' writes")]
    [InlineData("alpha generate", "no PROJECT file here: run 'kbnet init' first, or run this in a project's root")]
    [InlineData("alpha generate --input-dir nowhere", "--input-dir 'nowhere': there is no such folder")]
    public async Task An_error_is_one_line_that_names_the_flag(string line, string error)
    {
        using var shell = new Shell();
        if (line.Contains("--plugins helm -", StringComparison.Ordinal))
            await shell.Run(Init);
        var before = shell.Texts();
        Assert.Equal(1, await shell.Run(line.Split(' ')));
        Assert.Equal($"kbnet: {error}\n", shell.Error);
        Assert.Equal(before, shell.Texts());
    }

    [Fact]
    public async Task A_project_is_regenerated_elsewhere()
    {
        using var shell = new Shell();
        await shell.Run(Init);
        await shell.Run(CreateApi);
        Assert.Equal(0, await shell.Run("alpha", "generate", "--output-dir", "fresh", "--dry-run"));
        Assert.False(Directory.Exists(Path.Combine(shell.Folder, "fresh")));
        Assert.Equal(0, await shell.Run("alpha", "generate", "--output-dir", "fresh"));
        Assert.Equal(File.ReadAllText(Path.Combine(shell.Folder, "PROJECT")), File.ReadAllText(Path.Combine(shell.Folder, "fresh", "PROJECT")));
        Assert.Equal(0, await shell.Run("alpha", "generate"));
        Assert.DoesNotContain("overwrite", shell.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_interrupted_command_left_is_undone_first()
    {
        using var shell = new Shell();
        await shell.Run(Init);
        shell.Write($"{PlanApplier.Staging}/0.new", "half");
        Assert.Equal(0, await shell.Run(CreateApi));
        Assert.False(Directory.Exists(Path.Combine(shell.Folder, PlanApplier.Staging)));
    }
}
