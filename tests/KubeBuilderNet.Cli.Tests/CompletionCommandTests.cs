using System.Diagnostics;
using KubeBuilderNet.Cli.Tests.Support;

namespace KubeBuilderNet.Cli.Tests;

public class CompletionCommandTests
{
    // How each shell is asked what it would offer at the end of a line; nothing of a user's own set-up is read.
    private static readonly Dictionary<string, (string Program, Func<string, string, string[]> Arguments)> Shells = new()
    {
        ["bash"] = ("bash", (script, line) => ["--norc", "-c", $"source {script}; COMP_WORDS=({line} ''); COMP_CWORD=$(({line.Split(' ').Length})); _kbnet; printf '%s\\n' \"${{COMPREPLY[@]}}\""]),
        ["fish"] = ("fish", (script, line) => ["--no-config", "-c", $"source {script}; complete -C '{line} '; complete -C '{line} --'"]),
        ["powershell"] = ("pwsh", (script, line) => ["-NoProfile", "-Command", $"Get-Content -Raw {script} | Invoke-Expression; (TabExpansion2 '{line} ' {line.Length + 1}).CompletionMatches.CompletionText"]),
        ["zsh"] = ("zsh", (script, line) => ["-f", "-c", $"compdef() {{ }}; source {script}; _describe() {{ print -l -- $choices }}; words=({line} ''); CURRENT=$(({line.Split(' ').Length + 1})); _kbnet"]),
    };

    // Those of this machine; there is always one.
    public static TheoryData<string> ShellNames => [.. Shells.Keys.Where(name => IsInstalled(Shells[name].Program))];

    [Theory]
    [MemberData(nameof(ShellNames))]
    public async Task A_shell_offers_commands_and_flags(string name)
    {
        var (program, arguments) = Shells[name];
        using var shell = new Shell();
        Assert.Equal(0, await shell.Run("completion", name));
        var script = shell.Write("kbnet-completion", shell.Out);
        foreach (var (line, offered) in new[]
        {
            ("kbnet", "create"), ("kbnet create", "api"), ("kbnet create api", "--controller-name"), ("kbnet create api --group crew", "--kind"), ("kbnet alpha generate", "--output-dir"),
        })
        {
            var words = await AskAsync(program, arguments(script, line));
            Assert.True(words.Exists(word => word.Split('\t', ':')[0] == offered), $"{line}: {offered} is not among {string.Join(' ', words)}");
            Assert.False(words.Exists(word => word.Split('\t', ':')[0] == "manifests") && line != "kbnet", $"{line}: offers commands of another level");
        }
    }

    [Fact]
    public async Task Every_command_and_flag_is_in_every_script()
    {
        using var shell = new Shell();
        foreach (var name in Shells.Keys)
        {
            await shell.Run("completion", name);
            foreach (var word in new[] { "init", "doctor", "build-installer", "domain", "multigroup", "kubeconfig", "image" })
                Assert.Contains(word, shell.Out, StringComparison.Ordinal);
            Assert.DoesNotContain('\r', shell.Out);
        }
    }

    [Fact]
    public async Task A_broken_PROJECT_does_not_matter()
    {
        using var shell = new Shell();
        shell.Write("PROJECT", "broken: [");
        Assert.Equal(0, await shell.Run("completion", "bash"));
    }

    private static bool IsInstalled(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, program + ".exe")));

    private static async Task<List<string>> AskAsync(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var words = (await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal("", await errors);
        return [.. words];
    }
}
