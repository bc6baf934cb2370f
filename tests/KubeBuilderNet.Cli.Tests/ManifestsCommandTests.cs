using KubeBuilderNet.Cli.Tests.Support;

namespace KubeBuilderNet.Cli.Tests;

public class ManifestsCommandTests
{
    private const string Crd = "config/crd/bases/example.com_widgets.yaml";

    [Fact]
    public async Task Manifests_follow_the_code_without_a_build()
    {
        using var shell = BuildableProject.Create();
        Assert.True(await shell.Run("manifests") == 0, shell.Error + shell.Out);
        Assert.Equal($"wrote {Crd}\n", shell.Out);
        var built = BuiltAt(shell);

        shell.Write("Widget.cs", BuildableProject.Widget.Replace("How large.", "How big.", StringComparison.Ordinal));
        Assert.Equal(1, await shell.Run("manifests", "--check"));
        Assert.Contains("-                description: How large.\n+                description: How big.\n", shell.Out, StringComparison.Ordinal);
        Assert.Equal("kbnet: config differs from the code: run 'kbnet manifests' or 'dotnet build', and commit what it writes\n", shell.Error);
        Assert.Equal(0, await shell.Run("manifests", "--dry-run"));
        Assert.Equal($"would write {Crd}\n", shell.Out);
        Assert.Contains("How large.", Read(shell), StringComparison.Ordinal);

        Assert.Equal(0, await shell.Run("manifests"));
        Assert.Equal($"wrote {Crd}\n", shell.Out);
        Assert.Contains("How big.", Read(shell), StringComparison.Ordinal);
        Assert.Equal(0, await shell.Run("manifests", "--check"));
        Assert.Equal(0, await shell.Run("manifests"));
        Assert.Equal("config is as the code says\n", shell.Out);
        Assert.Equal(built, BuiltAt(shell));

        Assert.Equal(0, await shell.Run("manifests", "--stdout"));
        Assert.Equal(Read(shell)[(Read(shell).IndexOf('\n', StringComparison.Ordinal) + 1)..], shell.Out);

        shell.Write("Widget.cs", "public class Broken { int }");
        Assert.Equal(1, await shell.Run("manifests"));
        Assert.Contains("Widget.cs(1,27): error CS1519", shell.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Copyright", shell.Error, StringComparison.Ordinal);
        Assert.EndsWith("kbnet: the build failed\n", shell.Error, StringComparison.Ordinal);
        Assert.Contains("How big.", Read(shell), StringComparison.Ordinal);

        shell.Write("Widget.cs", "public class NoKind;");
        Assert.Equal(0, await shell.Run("manifests"));
        Assert.Equal($"removed {Crd}\n", shell.Out);
    }

    [Fact]
    public async Task A_new_file_is_seen_and_another_folder_can_be_named()
    {
        using var shell = BuildableProject.Create();
        Assert.Equal(0, await shell.Run("manifests", "--config", "out"));
        Assert.Equal("wrote out/crd/bases/example.com_widgets.yaml\n", shell.Out);
        shell.Write("More/Gadget.cs", BuildableProject.Widget.Replace("Widget", "Gadget", StringComparison.Ordinal));
        Assert.Equal(0, await shell.Run("manifests", ".", "--config", "out"));
        Assert.Equal("wrote out/crd/bases/example.com_gadgets.yaml\n", shell.Out);

        await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ =>
        {
            using var other = new Shell();
            Assert.True(await other.Run("generate", shell.Folder, "--output", other.Folder) == 0, other.Error);
            Assert.Contains("Shop.Widget.CustomResource.g.cs", other.Files());
        }));
        Assert.Equal(0, await shell.Run("generate"));
        Assert.Contains("obj/kbnet/generated/Shop.Widget.CustomResource.g.cs\n", shell.Out, StringComparison.Ordinal);
        Assert.Contains("partial class Widget", await File.ReadAllTextAsync(
            Path.Combine(shell.Folder, "obj/kbnet/generated/Shop.Widget.CustomResource.g.cs"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("manifests", 1, "kbnet: there is no .csproj here: run this in a project's folder, or name the project\n")]
    [InlineData("manifests gone", 1, "kbnet: there is no project gone\n")]
    [InlineData("manifests a.txt", 1, "kbnet: a.txt is no C# project: name a .csproj file or its folder\n")]
    [InlineData("manifests two", 1, "kbnet: two has several projects: name one of a.csproj, b.csproj\n")]
    [InlineData("manifests --check --stdout", 2, "kbnet: --check and --stdout contradict each other: pass one. See 'kbnet manifests --help'.\n")]
    [InlineData("manifests --nope", 2, "kbnet: Unrecognized command or argument '--nope'. See 'kbnet manifests --help'.\n")]
    [InlineData("generate two/a.csproj --output two/Generated", 1, "kbnet: --output 'Generated' lies in the project, which would compile the files once more: choose a folder outside, or below obj\n")]
    public async Task Misuse_is_one_line(string line, int code, string error)
    {
        using var shell = new Shell();
        shell.Write("a.txt", "");
        shell.Write("two/a.csproj", "<Project/>");
        shell.Write("two/b.csproj", "<Project/>");
        Assert.Equal(code, await shell.Run(line.Split(' ')));
        Assert.Equal(error, shell.Error);
    }

    [Fact]
    public async Task A_project_that_makes_no_manifests_is_told_what_it_lacks()
    {
        using var shell = new Shell();
        shell.Write("plain.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""");
        Assert.Equal(1, await shell.Run("manifests"));
        Assert.EndsWith("plain.csproj doesn't use the package KubeBuilderNet, which makes the manifests: add it, or run 'kbnet init' in a new folder\n", shell.Error, StringComparison.Ordinal);
    }

    private static string Read(Shell shell) => File.ReadAllText(Path.Combine(shell.Folder, Crd));

    private static DateTime BuiltAt(Shell shell) => File.GetLastWriteTimeUtc(Path.Combine(shell.Folder, "bin/Debug/net10.0/shop.dll"));
}
