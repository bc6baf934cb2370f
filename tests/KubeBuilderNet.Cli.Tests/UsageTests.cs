using KubeBuilderNet.Cli.Completing;
using KubeBuilderNet.Cli.Tests.Support;

namespace KubeBuilderNet.Cli.Tests;

public class UsageTests
{
    private static readonly string[] Pages = ["cli.md", "deploying.md", "kubebuilder.md"];

    [Theory]
    [InlineData("create api", "kbnet: Option '--version' is required. See 'kbnet create api --help'.")]
    [InlineData("create api --version v1", "kbnet: Option '--kind' is required. See 'kbnet create api --help'.")]
    [InlineData("create api --kind --version v1", "kbnet: --kind has no value: --version follows it. See 'kbnet create api --help'.")]
    [InlineData("creat", "kbnet: Unrecognized command or argument 'creat'. See 'kbnet --help'.")]
    [InlineData("init --nope", "kbnet: Unrecognized command or argument '--nope'. See 'kbnet init --help'.")]
    [InlineData("create api --kind K --version v1 --controller --no-controller", "kbnet: --controller and --no-controller contradict each other: pass one. See 'kbnet create api --help'.")]
    [InlineData("build-installer --check --output a --output b", "kbnet: Option '--output' expects a single argument but 2 were provided. See 'kbnet build-installer --help'.")]
    [InlineData("docker-build --container-tool docker --container-tool podman", "kbnet: Option '--container-tool' expects a single argument but 2 were provided. See 'kbnet docker-build --help'.")]
    [InlineData("install --timeout 0", "kbnet: --timeout '0' is no number of seconds from 1 to 86400. See 'kbnet install --help'.")]
    [InlineData("install --timeout soon", "kbnet: --timeout 'soon' is no number of seconds from 1 to 86400. See 'kbnet install --help'.")]
    [InlineData("uninstall --timeout 99999999999", "kbnet: --timeout '99999999999' is no number of seconds from 1 to 86400. See 'kbnet uninstall --help'.")]
    [InlineData("init --dry-run=maybe", "kbnet: --dry-run takes true or false, not 'maybe'. See 'kbnet init --help'.")]
    [InlineData("create api --kind K --version v1 --namespaced=no", "kbnet: --namespaced takes true or false, not 'no'. See 'kbnet create api --help'.")]
    [InlineData("create api --kind K --version v1 --controller perhaps", "kbnet: --controller takes true or false, not 'perhaps'. See 'kbnet create api --help'.")]
    public async Task Misuse_is_one_line_and_code_2(string line, string error)
    {
        using var shell = new Shell();
        Assert.Equal(2, await shell.Run(line.Split(' ')));
        Assert.Equal(error + "\n", shell.Error);
        Assert.Empty(shell.Files());
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("init --help")]
    [InlineData("create api --help")]
    [InlineData("install --help")]
    [InlineData("uninstall -h")]
    [InlineData("build --help")]
    [InlineData("test --help")]
    [InlineData("run --help")]
    [InlineData("docker-build --help")]
    [InlineData("docker-push --help")]
    [InlineData("deploy --help")]
    [InlineData("undeploy --help")]
    [InlineData("build-installer --help")]
    [InlineData("import --help")]
    [InlineData("manifests --help")]
    [InlineData("generate --help")]
    [InlineData("edit --help")]
    [InlineData("delete api --help")]
    [InlineData("alpha generate --help")]
    [InlineData("doctor --help")]
    [InlineData("completion bash --help")]
    public async Task Help_shows_usage_and_examples(string line)
    {
        using var shell = new Shell();
        Assert.Equal(0, await shell.Run(line.Split(' ')));
        Assert.Contains("Usage:", shell.Out, StringComparison.Ordinal);
        Assert.Contains("Examples:\n  kbnet ", shell.Out, StringComparison.Ordinal);
        Assert.Empty(shell.Error);
    }

    [Theory]
    [InlineData("")]
    [InlineData("create")]
    [InlineData("delete")]
    [InlineData("alpha")]
    [InlineData("completion")]
    public async Task Without_a_verb_help_is_shown(string line)
    {
        using var shell = new Shell();
        Assert.Equal(0, await shell.Run(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        Assert.Contains("Commands:", shell.Out, StringComparison.Ordinal);
        var shown = shell.Out;
        await shell.Run([.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);
        Assert.Equal(shell.Out, shown);
    }

    [Fact]
    public void Every_command_is_documented()
    {
        using var shell = new Shell();
        var commands = CommandNode.Of(CommandLine.Root(new CliEnvironment { Folder = shell.Folder, Out = TextWriter.Null, Error = TextWriter.Null }))
            .Select(node => node.Path).Where(path => path.Length > 0).ToList();
        var documented = string.Concat(Pages.Select(page => File.ReadAllText(Checkout.PathOf("docs", page))));
        Assert.True(commands.Count > 25, $"{commands.Count} commands");
        // "delete api, webhook": the last words of a line may share the first.
        Assert.All(commands, path => Assert.All(path[1..].Split('/'), word => Assert.Contains(word, documented, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_folder_that_was_deleted_is_said()
    {
        using var error = new StringWriter { NewLine = "\n" };
        var environment = new CliEnvironment { Folder = "", Out = TextWriter.Null, Error = error };
        Assert.Equal(1, await CommandLine.RunAsync(["init"], environment));
        Assert.Equal("kbnet: the current folder was deleted: go to another one\n", error.ToString());
    }

    [Fact]
    public async Task The_version_needs_no_project()
    {
        using var shell = new Shell();
        shell.Write("PROJECT", "broken: [");
        Assert.Equal(0, await shell.Run("version"));
        Assert.Matches(@"^kbnet \d+\.\d+\.\d+", shell.Out);
    }

    [Fact]
    public async Task A_broken_PROJECT_is_named_with_its_place()
    {
        using var shell = new Shell();
        shell.Write("PROJECT", "version: \"3\"\n bad: x\n");
        Assert.Equal(1, await shell.Run("create", "api", "--version", "v1", "--kind", "Foo"));
        Assert.StartsWith("kbnet: PROJECT(2,", shell.Error, StringComparison.Ordinal);
        Assert.Single(shell.Error.TrimEnd('\n').Split('\n'));
    }
}
