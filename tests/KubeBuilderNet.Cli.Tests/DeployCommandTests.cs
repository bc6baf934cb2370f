using System.Diagnostics;
using System.Text.Json.Nodes;
using KubeBuilderNet.Cli.Tests.Support;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Manifests;
using KubeBuilderNet.Scaffolding.Yaml;
using KubeBuilderNet.Testing;

namespace KubeBuilderNet.Cli.Tests;

public class DeployCommandTests(DeployCommandTests.Cluster cluster) : IClassFixture<DeployCommandTests.Cluster>
{
    private const string Definition = "customresourcedefinition.apiextensions.k8s.io/httpclients.apps.baihl.io";
    private const string Manager = "deployment.apps/httpclient-controller-manager";

    [Fact]
    public async Task A_project_is_deployed_changed_compared_and_undeployed()
    {
        _ = cluster.Server;
        using var shell = SampleConfig.Create();
        Git(shell, "init", "-q");
        Git(shell, "add", "-A");
        Assert.Equal(0, await Run(shell, "build-installer", "--image", "localhost:5000/shop:v1", "--output", "obj/all.yaml"));
        var objects = YamlJson.Parse("all.yaml", await File.ReadAllTextAsync(Path.Combine(shell.Folder, "obj/all.yaml"), TestContext.Current.CancellationToken))
            .Select(document => document.AsObject()).ToList();

        Assert.Equal(0, await Run(shell, "deploy", "--dry-run"));
        Assert.All(Lines(shell.Out), line => Assert.EndsWith(" created (dry run)", line, StringComparison.Ordinal));
        Assert.Equal(objects.Count, Lines(shell.Out).Length);
        Assert.All(await StoredAsync(objects), Assert.Null);

        Assert.True(await Run(shell, "deploy", "--image", "localhost:5000/shop:v1") == 0, shell.Error);
        Assert.All(Lines(shell.Out), line => Assert.EndsWith(" created", line, StringComparison.Ordinal));
        Assert.Equal("namespace/httpclient-system created", Lines(shell.Out)[0]);
        Assert.Equal($"{Definition} created", Lines(shell.Out)[1]);
        Assert.Equal($"{Manager} created", Lines(shell.Out)[^1]);
        Assert.All(await StoredAsync(objects), Assert.NotNull);

        Assert.Equal(0, await Run(shell, "deploy", "--image", "localhost:5000/shop:v1"));
        Assert.All(Lines(shell.Out), line => Assert.EndsWith(" unchanged", line, StringComparison.Ordinal));

        Assert.Equal(0, await Run(shell, "deploy", "--image", "localhost:5000/shop@sha256:" + new string('a', 64), "--diff"));
        Assert.Equal(
            ["-        image: localhost:5000/shop:v1", "+        image: localhost:5000/shop@sha256:" + new string('a', 64)],
            Lines(shell.Out).Where(line => line[0] is '+' or '-' && line[1] == ' '));
        Assert.Equal(0, await Run(shell, "deploy", "--image", "localhost:5000/shop:v2"));
        Assert.Equal([$"{Manager} configured"], Lines(shell.Out).Where(line => !line.EndsWith(" unchanged", StringComparison.Ordinal)));

        Assert.Equal("", Git(shell, "diff"));
        Assert.Equal("", Git(shell, "ls-files", "--others", "--exclude-standard"));

        Assert.Equal(0, await Run(shell, "undeploy", "--dry-run"));
        Assert.All(await StoredAsync(objects), Assert.NotNull);
        Assert.True(await Run(shell, "undeploy") == 0, shell.Error);
        Assert.Equal($"{Definition} deleted", Lines(shell.Out)[0]);
        Assert.Equal("namespace/httpclient-system deleted", Lines(shell.Out)[^1]);
        Assert.All(await StoredAsync(objects), Assert.Null);
        Assert.Equal(1, await Run(shell, "undeploy"));
        Assert.StartsWith($"kbnet: not found in the cluster: {Definition}, {Manager}, ", shell.Error, StringComparison.Ordinal);
        Assert.Equal(0, await Run(shell, "undeploy", "--ignore-not-found"));
    }

    [Fact]
    public async Task Waiting_ends_when_the_operator_runs_or_with_what_its_pods_wait_for()
    {
        using var rest = cluster.Server.CreateRestClient();
        var client = new ManifestClient(rest);
        using var shell = new Shell();
        // The server has no controller for DaemonSets and no kubelet: the test writes their statuses.
        shell.Write("all/objects.yaml", """
            apiVersion: apps/v1
            kind: DaemonSet
            metadata: {name: agent, namespace: default}
            spec:
              selector: {matchLabels: {app: agent}}
              template:
                metadata: {labels: {app: agent}}
                spec: {containers: [{name: manager, image: agent}]}
            """);
        shell.Write("all/kustomization.yaml", "resources: [objects.yaml]\n");
        await ApplyAsync(client, """{"apiVersion":"v1","kind":"ServiceAccount","metadata":{"name":"default","namespace":"default"}}""");
        await ApplyAsync(client, """{"apiVersion":"v1","kind":"Pod","metadata":{"name":"agent-1","namespace":"default","labels":{"app":"agent"}},"spec":{"automountServiceAccountToken":false,"containers":[{"name":"manager","image":"agent"}]}}""");
        await ApplyAsync(client, """{"apiVersion":"v1","kind":"Pod","metadata":{"name":"agent-1","namespace":"default"},"status":{"containerStatuses":[{"name":"manager","image":"agent","imageID":"","ready":false,"restartCount":0,"state":{"waiting":{"reason":"ImagePullBackOff","message":"no such image"}}}]}}""", "status");
        Assert.Equal(1, await Run(shell, "deploy", "--overlay", "all", "--wait", "--timeout", "1"));
        Assert.Equal("kbnet: daemonset.apps/agent does not run after 1 s: ImagePullBackOff: no such image\n", shell.Error);

        await ApplyAsync(client, """{"apiVersion":"apps/v1","kind":"DaemonSet","metadata":{"name":"agent","namespace":"default"},"status":{"observedGeneration":1,"currentNumberScheduled":1,"desiredNumberScheduled":1,"numberMisscheduled":0,"numberReady":1,"updatedNumberScheduled":1,"numberAvailable":1}}""", "status");
        Assert.Equal(0, await Run(shell, "deploy", "--overlay", "all", "--wait"));
        Assert.Equal("daemonset.apps/agent unchanged\ndaemonset.apps/agent runs\n", shell.Out);
    }

    [Fact]
    public async Task Objects_of_own_kinds_come_behind_their_definitions_and_large_ones_are_no_trouble()
    {
        using var shell = new Shell();
        shell.Write("all/objects.yaml", $$"""
            apiVersion: large.example.com/v1
            kind: Large
            metadata: {name: one, namespace: default}
            ---
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: larges.large.example.com}
            spec:
              group: large.example.com
              names: {kind: Large, listKind: LargeList, plural: larges, singular: large}
              scope: Namespaced
              versions:
              - name: v1
                served: true
                storage: true
                schema:
                  openAPIV3Schema: {type: object, description: {{new string('x', 300_000)}} }
            """);
        shell.Write("all/kustomization.yaml", "resources: [objects.yaml]\n");
        Assert.True(await Run(shell, "deploy", "--overlay", "all") == 0, shell.Error);
        Assert.Equal("customresourcedefinition.apiextensions.k8s.io/larges.large.example.com created\nlarge.large.example.com/one created\n", shell.Out);
        Assert.Equal(0, await Run(shell, "undeploy", "--overlay", "all", "--keep-crds"));
        Assert.Equal("large.large.example.com/one deleted\n", shell.Out);
        Assert.Equal(0, await Run(shell, "undeploy", "--overlay", "all", "--ignore-not-found"));
    }

    [Fact]
    public async Task A_kind_that_the_cluster_lacks_is_named_before_anything_changes()
    {
        using var shell = new Shell();
        shell.Write("all/objects.yaml", """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: before, namespace: default}
            ---
            apiVersion: cert-manager.io/v1
            kind: Certificate
            metadata: {name: one, namespace: default}
            """);
        shell.Write("all/kustomization.yaml", "resources: [objects.yaml]\n");
        Assert.Equal(1, await Run(shell, "deploy", "--overlay", "all"));
        Assert.Equal("kbnet: the cluster has no kind Certificate of cert-manager.io/v1: install what defines it first, or leave it out of the overlay. Nothing was changed\n", shell.Error);
        Assert.Empty(shell.Out);
    }

    [Fact]
    public async Task A_secret_is_not_shown_in_a_diff()
    {
        using var shell = new Shell();
        shell.Write("all/objects.yaml", "apiVersion: v1\nkind: Secret\nmetadata: {name: quiet, namespace: default}\ndata: {password: aHVzaA==}\n");
        shell.Write("all/kustomization.yaml", "resources: [objects.yaml]\n");
        Assert.Equal(0, await Run(shell, "deploy", "--overlay", "all", "--diff"));
        Assert.Contains("+  password: \"*** (after)\"", shell.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("aHVzaA==", shell.Out, StringComparison.Ordinal);
    }

    private Task<int> Run(Shell shell, params string[] args) => shell.Run([.. args, .. args[0] == "build-installer" ? (string[])[] : ["--kubeconfig", cluster.Server.KubeconfigPath]]);

    private async Task<IReadOnlyList<JsonObject?>> StoredAsync(IEnumerable<JsonObject> objects)
    {
        using var rest = cluster.Server.CreateRestClient();
        var client = new ManifestClient(rest);
        var stored = new List<JsonObject?>();
        foreach (var item in objects)
            stored.Add(await client.FindAsync(item, TestContext.Current.CancellationToken));
        return stored;
    }

    private static Task<JsonObject> ApplyAsync(ManifestClient client, string json, string? subresource = null) => client.ApplyAsync(
        JsonNode.Parse(json)!.AsObject(), new ApplyOptions { FieldManager = "test" + subresource, Force = true, Subresource = subresource }, TestContext.Current.CancellationToken);

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string Git(Shell shell, params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo("git", args) { WorkingDirectory = shell.Folder, RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output;
    }

    /// <summary>One server for all tests of the class.</summary>
    public sealed class Cluster : IAsyncLifetime
    {
        private ApiServer? _server;

        public ApiServer Server
        {
            get
            {
                Assert.SkipWhen(ApiServer.SkipReason is not null, ApiServer.SkipReason ?? "");
                return _server!;
            }
        }

        public async ValueTask InitializeAsync()
        {
            if (ApiServer.SkipReason is null)
                _server = await ApiServer.StartAsync(new ApiServerOptions { WithControllerManager = true });
        }

        public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}
