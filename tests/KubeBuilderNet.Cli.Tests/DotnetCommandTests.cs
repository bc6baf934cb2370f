using System.Diagnostics;
using KubeBuilderNet.Cli.Tests.Support;

namespace KubeBuilderNet.Cli.Tests;

public class DotnetCommandTests
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <OutputType>Exe</OutputType>
          </PropertyGroup>
        </Project>
        """;

    [Fact]
    public async Task Build_hands_arguments_on_and_returns_what_dotnet_returns()
    {
        using var shell = new Shell();
        shell.Write("shop.csproj", Project);
        shell.Write("Program.cs", "return 0;");
        Assert.True(await shell.Run("build", "--", "--configuration", "Release", "-v:minimal") == 0, shell.Out);
        Assert.Contains(Path.Combine("bin", "Release", "net10.0", "shop.dll"), shell.Out, StringComparison.Ordinal);
        shell.Write("Program.cs", "return 0");
        Assert.Equal(1, await shell.Run("build"));
        Assert.Contains("Program.cs(1,9): error CS1002", shell.Out, StringComparison.Ordinal);
        Assert.Empty(shell.Error);
    }

    [Fact]
    public async Task Run_gives_the_operator_its_arguments_and_the_context_that_was_named()
    {
        using var shell = new Shell();
        shell.Write("shop.csproj", Project);
        shell.Write("Program.cs", """System.Console.WriteLine(string.Join('|', args) + " " + System.Environment.GetEnvironmentVariable("KUBECONFIG")); return 3;""");
        var kubeconfig = shell.Write("kubeconfig", FakeCluster.KubeconfigOf(1));
        Assert.Equal(3, await shell.Run("run", "--kubeconfig", kubeconfig, "--context", "test", "--", "--one", "two words"));
        Assert.EndsWith($"--one|two words {Path.Combine(shell.Folder, "obj", "kbnet", "context.yaml")}{Path.PathSeparator}{kubeconfig}\n", shell.Out, StringComparison.Ordinal);
        Assert.Contains("\"current-context\":\"test\"", await File.ReadAllTextAsync(Path.Combine(shell.Folder, "obj/kbnet/context.yaml"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(1, await shell.Run("run", "--kubeconfig", kubeconfig, "--context", "gone"));
        Assert.Contains("gone", shell.Error, StringComparison.Ordinal);
        Assert.Single(shell.Error.TrimEnd('\n').Split('\n'));
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Run_lets_the_operator_end_by_itself(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals.");
        using var shell = new Shell();
        shell.Write("shop.csproj", Project);
        shell.Write("Program.cs", """
            using System.Runtime.InteropServices;
            var ended = new System.Threading.ManualResetEventSlim();
            using var term = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => { context.Cancel = true; ended.Set(); });
            System.Console.WriteLine("operator started");
            ended.Wait();
            System.Console.WriteLine("operator ended");
            """);
        using var kbnet = Process.Start(new ProcessStartInfo("dotnet", [typeof(CommandLine).Assembly.Location, "run"])
        {
            WorkingDirectory = shell.Folder,
            RedirectStandardOutput = true,
        })!;
        Assert.Equal("operator started", await kbnet.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
        using (var kill = Process.Start("kill", [$"-{signal}", $"{kbnet.Id}"]))
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal("operator ended\n", await kbnet.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
        await kbnet.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, kbnet.ExitCode);
    }

    [Theory]
    [InlineData(null, "test {0}")]
    [InlineData("{\"test\": {\"runner\": \"VSTest\"}} // here", "test {0}")]
    [InlineData("{\"test\": {\"runner\": \"Microsoft.Testing.Platform\"}}", "test --solution {0}")]
    public async Task Test_names_the_solution_as_the_runner_wants_it(string? global, string expected)
    {
        using var shell = new Shell();
        if (global is not null)
            shell.Write("global.json", global);
        var solution = shell.Write("shop.slnx", "<Solution/>");
        shell.Write("shop.csproj", Project);
        Assert.Equal(string.Format(null, expected, solution), string.Join(' ', ["test", .. Building.BuildTarget.TestArguments(Building.BuildTarget.Find(shell.Folder, null))]));
        Assert.Equal(Path.Combine(shell.Folder, "shop.csproj"), Building.BuildTarget.Find(shell.Folder, "shop.csproj"));
        shell.Variables["KUBEBUILDER_ASSETS"] = "";
        await shell.Run("test", "--", "--help");
        Assert.StartsWith("kbnet: note: KUBEBUILDER_ASSETS is not set: tests against an API server are skipped\n", shell.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("build", "kbnet: there is no .csproj here: run this in a project's folder, or name the project\n")]
    [InlineData("run extra", "kbnet: 'extra' is not known here: what is handed on stands behind '--'\n")]
    [InlineData("run --nope -- x", "kbnet: '--nope' is not known here: what is handed on stands behind '--'\n")]
    [InlineData("test --project two", "kbnet: two has several solutions: name one of a.sln, b.slnx with --project\n")]
    public async Task Misuse_is_one_line(string line, string error)
    {
        using var shell = new Shell();
        if (line.StartsWith("run", StringComparison.Ordinal))
            shell.Write("shop.csproj", Project);
        shell.Write("two/a.sln", "");
        shell.Write("two/b.slnx", "");
        Assert.Equal(1, await shell.Run(line.Split(' ')));
        Assert.Equal(error, shell.Error);
    }
}
