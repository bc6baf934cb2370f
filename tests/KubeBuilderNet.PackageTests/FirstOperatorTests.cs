using System.Diagnostics;
using KubeBuilderNet.Testing;

namespace KubeBuilderNet.PackageTests;

/// <summary>The README's first operator, from the packed packages, against a real API server.</summary>
public sealed class FirstOperatorTests(Packages packages)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_scaffolded_operator_installs_runs_and_reconciles()
    {
        Assert.SkipWhen(ApiServer.SkipReason is not null, ApiServer.SkipReason ?? "");
        await using var server = await ApiServer.StartAsync(new ApiServerOptions { WithControllerManager = true }, Token);
        using var project = await ScaffoldedProject.CreateAsync(packages);
        (await project.BuildAsync()).Succeeded();
        (await project.KbnetAsync("install", "--kubeconfig", server.KubeconfigPath)).Succeeded();
        (await KubectlAsync(server, project, "apply", "-k", "config/samples")).Succeeded();

        using var running = Shell.Start(project.Root, Environment(server), "dotnet", "run", "--no-build");
        try
        {
            Assert.Contains("Reconciling default/httpclient-sample", await ReadUntilAsync(running, "Reconciling"), StringComparison.Ordinal);
            (await KubectlAsync(server, project, "wait", "httpclients/httpclient-sample", "--for=condition=Ready", "--timeout=60s")).Succeeded();
            // It waits until the operator has taken its finalizer off.
            (await KubectlAsync(server, project, "delete", "-k", "config/samples", "--timeout=60s")).Succeeded();
            await StopAsync(running);
        }
        finally
        {
            running.Kill(entireProcessTree: true);
        }

        Assert.Contains("The wanted state of HTTPClient.", await ExplainAsync(server, project, "httpclient.spec"), StringComparison.Ordinal);
        (await project.KbnetAsync("uninstall", "--kubeconfig", server.KubeconfigPath)).Succeeded();
        (await KubectlAsync(server, project, "get", "httpclients")).Failed();
    }

    [Fact]
    public async Task Without_a_cluster_the_operator_and_the_tool_say_so_and_fail()
    {
        using var project = await ScaffoldedProject.CreateAsync(packages);
        (await project.BuildAsync()).Succeeded();
        var nowhere = new Dictionary<string, string?> { ["KUBECONFIG"] = project.PathOf("no-such-file"), ["KUBERNETES_SERVICE_HOST"] = null };

        var run = (await Shell.RunAsync(project.Root, nowhere, "dotnet", "run", "--no-build")).Failed();
        Assert.Contains("no-such-file", run.Output + run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Output + run.Errors, StringComparison.Ordinal);

        var install = (await Shell.RunAsync(project.Root, nowhere, packages.Kbnet, "install")).Failed();
        Assert.StartsWith("kbnet: ", install.Errors, StringComparison.Ordinal);
        Assert.Contains("no-such-file", install.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", install.Errors, StringComparison.Ordinal);
    }

    // A server publishes the schema of a new definition a moment after it serves its objects.
    private static async Task<string> ExplainAsync(ApiServer server, ScaffoldedProject project, string field)
    {
        for (var tries = 1; ; tries++)
        {
            var explained = await KubectlAsync(server, project, "explain", field);
            if (explained.ExitCode == 0 || tries == 30)
                return explained.Succeeded().Output;
            await Task.Delay(TimeSpan.FromSeconds(1), Token);
        }
    }

    // As Ctrl-C and as a pod's end do; Windows has no such signal to send.
    private static async Task StopAsync(Process running)
    {
        if (OperatingSystem.IsWindows())
            return;
        (await Shell.RunAsync(".", "kill", "-TERM", $"{running.Id}")).Succeeded();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Token);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        await running.StandardOutput.ReadToEndAsync(limit.Token);
        await running.WaitForExitAsync(limit.Token);
        Assert.Equal(0, running.ExitCode);
    }

    private static Dictionary<string, string?> Environment(ApiServer server) => new() { ["KUBECONFIG"] = server.KubeconfigPath };

    private static Task<CommandResult> KubectlAsync(ApiServer server, ScaffoldedProject project, params string[] arguments) => Shell.RunAsync(
        project.Root, Environment(server), Path.Combine(System.Environment.GetEnvironmentVariable("KUBEBUILDER_ASSETS")!, "kubectl"), arguments);

    private static async Task<string> ReadUntilAsync(Process process, string text)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Token);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        var seen = "";
        while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            seen += line + "\n";
            if (line.Contains(text, StringComparison.Ordinal))
                return seen;
        }

        return seen + await process.StandardError.ReadToEndAsync(limit.Token);
    }
}
