using KubeBuilderNet.Cli.Tests.Support;
using KubeBuilderNet.Scaffolding.Yaml;
using KubeBuilderNet.Testing;

namespace KubeBuilderNet.Cli.Tests;

public class BuildInstallerCommandTests
{
    private static readonly bool HasKustomize = ApiServer.SkipReason is null;

    [Fact]
    public async Task All_objects_are_one_file_that_is_written_once()
    {
        Assert.SkipUnless(HasKustomize, "KUBEBUILDER_ASSETS names no folder with kustomize.");
        using var shell = SampleConfig.Create();
        Assert.Equal(1, await shell.Run("build-installer", "--check"));
        Assert.EndsWith("kbnet: dist/install.yaml differs from what would be deployed: run 'kbnet build-installer', and commit what it writes\n", shell.Error, StringComparison.Ordinal);
        Assert.Equal(0, await shell.Run("build-installer"));
        Assert.Equal("create    dist/install.yaml\n", shell.Out);
        var first = Read(shell);
        Assert.Equal(0, await shell.Run("build-installer"));
        Assert.Equal("unchanged dist/install.yaml\n", shell.Out);
        Assert.Equal(0, await shell.Run("build-installer", "--check"));
        Assert.Equal(0, await shell.Run("build-installer", "--output", "-"));
        Assert.Equal(first, shell.Out);
        var kinds = YamlJson.Parse("install.yaml", first).Select(document => (string)document["kind"]!).ToList();
        Assert.Equal(["Namespace", "CustomResourceDefinition", "ServiceAccount"], kinds.Take(3));
        Assert.Equal("Deployment", kinds[^1]);
    }

    [Fact]
    public async Task The_image_is_set_without_touching_the_overlay_whatever_it_is_called_there()
    {
        Assert.SkipUnless(HasKustomize, "KUBEBUILDER_ASSETS names no folder with kustomize.");
        using var shell = SampleConfig.Create();
        var kustomization = Path.Combine(shell.Folder, "config/manager/kustomization.yaml");
        shell.Write("config/manager/kustomization.yaml", (await File.ReadAllTextAsync(kustomization, TestContext.Current.CancellationToken))
            .Replace("newName: controller", "newName: ghcr.io/shop/operator", StringComparison.Ordinal));
        var before = await File.ReadAllTextAsync(kustomization, TestContext.Current.CancellationToken);
        Assert.Equal(0, await shell.Run("build-installer", "--image", "localhost:5000/team/shop:v1.2.3"));
        Assert.Contains(" image: localhost:5000/team/shop:v1.2.3\n", Read(shell), StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(kustomization, TestContext.Current.CancellationToken));
        shell.Variables["IMG"] = "shop/operator:v2";
        Assert.Equal(0, await shell.Run("build-installer"));
        Assert.Contains(" image: shop/operator:v2\n", Read(shell), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Manifests_follow_the_code_first()
    {
        Assert.SkipUnless(HasKustomize, "KUBEBUILDER_ASSETS names no folder with kustomize.");
        using var shell = BuildableProject.Create();
        shell.Write("config/default/kustomization.yaml", "resources: [../crd]\n");
        shell.Write("config/crd/kustomization.yaml", "resources: [bases/example.com_widgets.yaml]\n");
        Assert.True(await shell.Run("build-installer") == 0, shell.Error);
        Assert.Equal("wrote config/crd/bases/example.com_widgets.yaml\ncreate    dist/install.yaml\n", shell.Out);
        shell.Write("Widget.cs", BuildableProject.Widget.Replace("How large.", "How big.", StringComparison.Ordinal));
        Assert.Equal(1, await shell.Run("build-installer", "--check"));
        Assert.Contains("+                description: How big.\n", shell.Out, StringComparison.Ordinal);
        Assert.Equal(0, await shell.Run("build-installer", "--check", "--no-manifests"));
        Assert.Equal(0, await shell.Run("build-installer", "--output", "-"));
        Assert.StartsWith("---\napiVersion: apiextensions.k8s.io/v1\n", shell.Out, StringComparison.Ordinal);
        Assert.Equal("wrote config/crd/bases/example.com_widgets.yaml\n", shell.Error);
    }

    [Theory]
    [InlineData("build-installer", "kbnet: config/default has no kustomization.yaml: run this in the folder with PROJECT, or pass --overlay\n")]
    [InlineData("build-installer --overlay /", "kbnet: --overlay must name a folder\n")]
    [InlineData("build-installer --output dist/", "kbnet: --output 'dist/' must name a file\n")]
    [InlineData("build-installer --image Shop", "kbnet: --image 'Shop': the repository 'Shop' must be in lower case\n")]
    [InlineData("deploy --kubeconfig nowhere", "kbnet: nowhere: there is no such kubeconfig file. (see --kubeconfig and --context)\n")]
    public async Task What_is_wrong_is_said_in_one_line(string line, string error)
    {
        using var shell = new Shell();
        Assert.Equal(1, await shell.Run(line.Split(' ')));
        Assert.Equal(error, shell.Error);
    }

    [Fact]
    public async Task Without_kustomize_and_kubectl_both_are_named()
    {
        using var shell = new Shell { Variables = { ["PATH"] = "", ["KUBEBUILDER_ASSETS"] = "" } };
        shell.Write("config/default/kustomization.yaml", "resources: []\n");
        Assert.Equal(1, await shell.Run("build-installer"));
        Assert.Equal("kbnet: neither 'kustomize' nor 'kubectl', which has it built in, is on the PATH or in KUBEBUILDER_ASSETS: install one of them\n", shell.Error);
    }

    [Fact]
    public async Task A_kustomization_that_kustomize_refuses_is_said_with_its_words()
    {
        Assert.SkipUnless(HasKustomize, "KUBEBUILDER_ASSETS names no folder with kustomize.");
        using var shell = new Shell();
        shell.Write("config/default/kustomization.yaml", "resources: [gone.yaml]\n");
        Assert.Equal(1, await shell.Run("build-installer"));
        Assert.StartsWith("kbnet: config/default: ", shell.Error, StringComparison.Ordinal);
        Assert.Contains("gone.yaml", shell.Error, StringComparison.Ordinal);
        Assert.Single(shell.Error.TrimEnd('\n').Split('\n'));
    }

    private static string Read(Shell shell) => File.ReadAllText(Path.Combine(shell.Folder, "dist/install.yaml"));
}
