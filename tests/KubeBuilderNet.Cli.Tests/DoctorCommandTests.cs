using KubeBuilderNet.Cli.Tests.Support;
using KubeBuilderNet.Testing;

namespace KubeBuilderNet.Cli.Tests;

public class DoctorCommandTests
{
    [Fact]
    public async Task Outside_of_a_project_the_machine_is_checked()
    {
        using var shell = new Shell { Variables = { ["KUBEBUILDER_ASSETS"] = null, ["PATH"] = "", ["KUBECONFIG"] = "nowhere" } };
        Assert.Equal(0, await shell.Run("doctor"));
        Assert.Contains("ok    .NET SDK 10.", shell.Out, StringComparison.Ordinal);
        Assert.Contains("warn  neither kustomize nor kubectl is here: install one of them", shell.Out, StringComparison.Ordinal);
        Assert.Contains("warn  KUBEBUILDER_ASSETS is not set: tests that need an API server skip", shell.Out, StringComparison.Ordinal);
        Assert.Contains("warn  no project here: ", shell.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Servers_that_are_missing_and_a_broken_PROJECT_fail()
    {
        using var shell = new Shell { Variables = { ["KUBEBUILDER_ASSETS"] = Path.GetTempPath() } };
        shell.Write("PROJECT", "version: \"2\"\n");
        Assert.Equal(1, await shell.Run("doctor", "--no-cluster"));
        Assert.Contains("has no etcd and no kube-apiserver: unset it, or name a folder that setup-envtest filled", shell.Out, StringComparison.Ordinal);
        Assert.Contains("fail  PROJECT: version is '2'", shell.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_drifted_from_the_scaffold_is_named()
    {
        using var shell = new Shell();
        await shell.Run("init", "--domain", "baihl.io", "--project-name", "shop");
        Assert.Equal(0, await shell.Run("doctor", "--no-cluster", "--no-build"));
        Assert.Contains("ok    every scaffolded file is as scaffolded", shell.Out, StringComparison.Ordinal);
        shell.Write("Program.cs", "// mine");
        await shell.Run("doctor", "--no-cluster", "--no-build");
        Assert.Contains("ok    1 scaffolded file(s) edited: Program.cs", shell.Out, StringComparison.Ordinal);
        File.Delete(Path.Combine(shell.Folder, "Makefile"));
        shell.Write("PROJECT", File.ReadAllText(Path.Combine(shell.Folder, "PROJECT")).Replace("cliVersion: ", "cliVersion: 0.0.", StringComparison.Ordinal));
        await shell.Run("doctor", "--no-cluster", "--no-build");
        Assert.Contains("warn  1 scaffolded file(s) gone: Makefile", shell.Out, StringComparison.Ordinal);
        Assert.Contains("warn  made by kbnet 0.0.", shell.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_definition_that_differs_in_the_cluster_is_named()
    {
        Assert.SkipWhen(ApiServer.SkipReason is not null, ApiServer.SkipReason ?? "");
        await using var server = await ApiServer.StartAsync(new ApiServerOptions { Kind = ApiServerKind.CustomResources }, TestContext.Current.CancellationToken);
        using var shell = new Shell();
        var definition = File.ReadAllText(Checkout.PathOf("samples", "HTTPClient", "config", "crd", "bases", "apps.baihl.io_httpclients.yaml"));
        shell.Write("config/crd/bases/a.yaml", definition);
        await shell.Run("doctor", "--kubeconfig", server.KubeconfigPath);
        Assert.Contains("warn  httpclients.apps.baihl.io is not in the cluster: run 'kbnet install'", shell.Out, StringComparison.Ordinal);
        Assert.Equal(0, await shell.Run("install", "--kubeconfig", server.KubeconfigPath));
        await shell.Run("doctor", "--kubeconfig", server.KubeconfigPath);
        Assert.Contains("ok    httpclients.apps.baihl.io is in the cluster as it is here", shell.Out, StringComparison.Ordinal);
        shell.Write("config/crd/bases/a.yaml", definition.Replace("description: HTTPClient calls", "description: An HTTPClient calls", StringComparison.Ordinal));
        await shell.Run("doctor", "--kubeconfig", server.KubeconfigPath);
        Assert.Contains("warn  httpclients.apps.baihl.io is in the cluster, and differs from config/crd/bases/a.yaml: run 'kbnet install'", shell.Out, StringComparison.Ordinal);
    }
}
