using System.Text.Json.Nodes;
using KubeBuilderNet.Testing;

namespace KubeBuilderNet.PackageTests.Samples;

/// <summary>A real cluster's API server with a sample deployed to it.</summary>
/// <remarks>There is no kubelet: the operator runs here, with the token of its service account and the arguments of its Deployment.</remarks>
internal sealed class SampleCluster : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly SampleCopy _sample;
    private readonly ApiServer _server;
    private readonly string _project;

    private SampleCluster(SampleCopy sample, ApiServer server)
    {
        (_sample, _server) = (sample, server);
        _project = Path.GetFileNameWithoutExtension(Directory.GetFiles(sample.Root, "*.slnx").Single());
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Namespace => $"{_project}-system";

    internal static async Task<SampleCluster> StartAsync(SampleCopy sample) =>
        new(sample, await ApiServer.StartAsync(new ApiServerOptions { WithControllerManager = true }, Token));

    internal async Task DeployAsync()
    {
        (await _sample.KbnetAsync("deploy", "--kubeconfig", _server.KubeconfigPath, "--image", "example.com/operator:v1")).Succeeded();
        var again = (await _sample.KbnetAsync("deploy", "--kubeconfig", _server.KubeconfigPath, "--image", "example.com/operator:v1")).Succeeded();
        Assert.DoesNotContain("created", again.Output, StringComparison.Ordinal);
    }

    /// <summary>Each sample object is reconciled, and nothing that the operator asks for is forbidden.</summary>
    internal async Task AssertReconcilesWithItsOwnRightsAsync()
    {
        (await KubectlAsync("apply", "-k", "config/samples", "--namespace", await WatchedAsync())).Succeeded();
        var arguments = (await DeploymentAsync())["args"]!.AsArray().Select(argument => (string)argument!).ToList();
        var variables = await EnvironmentAsync();
        string[] command = ["run", "--no-build", "--project", $"{_project}.csproj", "--", .. arguments.Where(argument => !argument.Contains("address", StringComparison.Ordinal)),
            "--metrics-bind-address=127.0.0.1:0", "--health-probe-bind-address=127.0.0.1:0", $"--leader-election-namespace={Namespace}"];
        using var running = Shell.Start(_sample.Root, variables, "dotnet", command);
        try
        {
            await AssertLogAsync(running);
        }
        finally
        {
            running.Kill(entireProcessTree: true);
        }
    }

    private async Task AssertLogAsync(System.Diagnostics.Process running)
    {
        var waiting = Directory.GetFiles(_sample.PathOf("config/samples"), "*.yaml").Select(File.ReadAllLines)
            .SelectMany(lines => lines.Where(line => line.StartsWith("  name: ", StringComparison.Ordinal)).Select(line => line["  name: ".Length..])).ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(waiting);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Token);
        limit.CancelAfter(Patience);
        var seen = "";
        try
        {
            while (waiting.Count > 0 && await running.StandardOutput.ReadLineAsync(limit.Token) is { } line)
            {
                seen += line + "\n";
                waiting.RemoveWhere(name => line.Contains("Reconcil", StringComparison.Ordinal) && line.Contains(name, StringComparison.Ordinal));
            }
        }
        catch (OperationCanceledException) when (!Token.IsCancellationRequested)
        {
        }
        Assert.True(waiting.Count == 0, $"not reconciled: {string.Join(", ", waiting)}\n{seen}");
        Assert.DoesNotContain("forbidden", seen, StringComparison.OrdinalIgnoreCase);
    }

    private async Task<Dictionary<string, string?>> EnvironmentAsync()
    {
        var token = (await KubectlAsync("create", "token", $"{_project}-controller-manager", "--namespace", Namespace)).Succeeded().Output.Trim();
        var kubeconfig = _sample.PathOf("operator.kubeconfig");
        await File.WriteAllTextAsync(kubeconfig, (await File.ReadAllTextAsync(_server.KubeconfigPath, Token)).Replace("admin-token", token, StringComparison.Ordinal), Token);
        return new() { ["KUBECONFIG"] = kubeconfig, ["WATCH_NAMESPACE"] = IsNamespaced(await DeploymentAsync()) ? Namespace : null };
    }

    private async Task<string> WatchedAsync() => IsNamespaced(await DeploymentAsync()) ? Namespace : "default";

    private static bool IsNamespaced(JsonObject container) =>
        container["env"]!.AsArray().Any(variable => (string)variable!["name"]! == "WATCH_NAMESPACE");

    private async Task<JsonObject> DeploymentAsync()
    {
        var json = (await KubectlAsync("get", "deployment", $"{_project}-controller-manager", "--namespace", Namespace, "-o", "json")).Succeeded().Output;
        return JsonNode.Parse(json)!["spec"]!["template"]!["spec"]!["containers"]!.AsArray().Single()!.AsObject();
    }

    private Task<CommandResult> KubectlAsync(params string[] arguments) => Tools.KubectlAsync(_sample.Root, _server, arguments);

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
