using KubeBuilderNet.Cli.Tests.Support;

namespace KubeBuilderNet.Cli.Tests;

public class InstallCommandTests
{
    private const string Name = "foos.apps.example.com";

    private const string Definition = """
        ---
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata:
          name: foos.apps.example.com
        spec:
          group: apps.example.com
          versions:
          - name: v1
            served: yes
          - name: v2
            served: true
        """;

    [Fact]
    public async Task Definitions_are_applied_by_the_server_and_waited_for()
    {
        using var cluster = new FakeCluster();
        using var shell = Project(cluster);
        Assert.Equal(0, await Run(shell, "install"));
        Assert.Equal($"{Name} installed (v1, v2)\n", shell.Out);
        Assert.Empty(shell.Error);
        var patch = Assert.Single(cluster.Requests, request => request.StartsWith("PATCH", StringComparison.Ordinal));
        Assert.Contains("fieldManager=kbnet", patch, StringComparison.Ordinal);
        Assert.Contains("force=true", patch, StringComparison.Ordinal);
        Assert.Contains(cluster.Requests, request => request.StartsWith("GET", StringComparison.Ordinal));
        Assert.True((bool)cluster.Stored(Name)!["spec"]!["versions"]![0]!["served"]!);
    }

    [Fact]
    public async Task A_dry_run_changes_nothing()
    {
        using var cluster = new FakeCluster();
        using var shell = Project(cluster);
        Assert.Equal(0, await Run(shell, "install", "--dry-run"));
        Assert.Equal($"{Name} would be installed (v1, v2)\n", shell.Out);
        Assert.Null(cluster.Stored(Name));
        await Run(shell, "install");
        Assert.Equal(0, await Run(shell, "uninstall", "--dry-run"));
        Assert.Equal($"{Name} would be uninstalled\n", shell.Out);
        Assert.NotNull(cluster.Stored(Name));
    }

    [Fact]
    public async Task Uninstalling_deletes_and_says_what_was_not_there()
    {
        using var cluster = new FakeCluster();
        using var shell = Project(cluster);
        await Run(shell, "install");
        Assert.Equal(0, await Run(shell, "uninstall"));
        Assert.Equal($"{Name} uninstalled\n", shell.Out);
        Assert.Null(cluster.Stored(Name));
        Assert.Equal(1, await Run(shell, "uninstall"));
        Assert.Equal($"kbnet: not found in the cluster: {Name}. Pass --ignore-not-found if that is well\n", shell.Error);
        Assert.Equal(0, await Run(shell, "uninstall", "--ignore-not-found"));
    }

    [Theory]
    [InlineData(403, "Forbidden", "kbnet: forbidden: the server's words. CRDs need a cluster administrator")]
    [InlineData(401, "Unauthorized", "kbnet: the cluster doesn't know this user: the server's words. Log in again")]
    [InlineData(422, "Invalid", "kbnet: ")]
    public async Task A_refusal_is_one_line_with_the_servers_words(int code, string reason, string start)
    {
        using var cluster = new FakeCluster { Refusal = (code, reason, "the server's words") };
        using var shell = Project(cluster);
        Assert.Equal(1, await Run(shell, "install"));
        Assert.StartsWith(start, shell.Error, StringComparison.Ordinal);
        Assert.Contains("the server's words", shell.Error, StringComparison.Ordinal);
        Assert.Single(shell.Error.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task A_cluster_that_is_away_is_named()
    {
        using var cluster = new FakeCluster();
        using var shell = Project(cluster);
        cluster.Dispose();
        Assert.Equal(1, await Run(shell, "install"));
        Assert.StartsWith("kbnet: cannot reach the cluster: ", shell.Error, StringComparison.Ordinal);
        Assert.Contains($"127.0.0.1:{cluster.Port}", shell.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("install")]
    [InlineData("uninstall")]
    public async Task A_cluster_that_never_answers_is_given_up(string verb)
    {
        using var silent = new SilentServer();
        using var shell = new Shell();
        shell.Write("config/crd/bases/apps.example.com_foos.yaml", Definition);
        shell.Write("kubeconfig", FakeCluster.KubeconfigOf(silent.Port));
        Assert.Equal(1, await Run(shell, verb, "--timeout", "1"));
        Assert.Equal($"kbnet: http://127.0.0.1:{silent.Port} did not answer within 1 s. Is it running? See --kubeconfig, --context and --timeout\n", shell.Error);
    }

    [Fact]
    public async Task The_file_of_a_refused_definition_is_named()
    {
        using var cluster = new FakeCluster { Refusal = (422, "Invalid", "spec.scope: field is immutable") };
        using var shell = Project(cluster);
        Assert.Equal(1, await Run(shell, "install"));
        Assert.Equal("kbnet: config/crd/bases/apps.example.com_foos.yaml: the cluster refuses it: spec.scope: field is immutable\n", shell.Error);
    }

    [Fact]
    public async Task A_missing_kubeconfig_is_named()
    {
        using var cluster = new FakeCluster();
        using var shell = Project(cluster);
        Assert.Equal(1, await shell.Run("install", "--kubeconfig", "nowhere"));
        Assert.StartsWith("kbnet: nowhere: ", shell.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_definitions_it_says_to_build()
    {
        using var shell = new Shell();
        Assert.Equal(1, await shell.Run("install"));
        Assert.Equal("kbnet: no CRDs in config/crd/bases: run 'dotnet build' first, in the folder with PROJECT (or pass --config)\n", shell.Error);
    }

    [Fact]
    public async Task A_file_that_is_no_definition_is_named_before_anything_is_sent()
    {
        using var cluster = new FakeCluster();
        using var shell = Project(cluster);
        shell.Write("config/crd/bases/z.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\n");
        Assert.Equal(1, await Run(shell, "install"));
        Assert.StartsWith("kbnet: config/crd/bases/z.yaml is no CustomResourceDefinition", shell.Error, StringComparison.Ordinal);
        Assert.Empty(cluster.Requests);
    }

    private static Shell Project(FakeCluster cluster)
    {
        var shell = new Shell();
        shell.Write("config/crd/bases/apps.example.com_foos.yaml", Definition);
        shell.Write("kubeconfig", cluster.Kubeconfig);
        return shell;
    }

    private static Task<int> Run(Shell shell, params string[] args) => shell.Run([.. args, "--kubeconfig", Path.Combine(shell.Folder, "kubeconfig")]);
}
