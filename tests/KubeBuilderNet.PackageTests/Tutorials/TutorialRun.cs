using System.Text.RegularExpressions;
using KubeBuilderNet.Testing;

namespace KubeBuilderNet.PackageTests.Tutorials;

/// <summary>A reader who does what a tutorial says, in an empty folder, with the packed packages.</summary>
internal sealed class TutorialRun : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("kbn-tutorial-");
    private readonly Dictionary<string, string?> _environment;
    private readonly List<StartedProgram> _started = [];
    private readonly string _kbnet;
    private Func<Task<string>> _seen = () => Task.FromResult("");
    private string _folder;

    internal TutorialRun(Packages packages, ApiServer? server)
    {
        _kbnet = packages.Kbnet;
        _folder = _home.FullName;
        _environment = new() { ["KUBECONFIG"] = server?.KubeconfigPath ?? Path.Combine(_folder, "no-cluster") };
        File.WriteAllText(Path.Combine(_folder, "nuget.config"), $"""
            <configuration><packageSources><add key="packed" value="{Packages.Folder}" /></packageSources></configuration>
            """);
    }

    internal IEnumerable<string> Logs => _started.Select(program => program.Output);

    internal async Task DoAsync(TutorialStep step)
    {
        switch (step.Action)
        {
            case TutorialAction.Write:
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_folder, step.Path))!);
                await File.WriteAllTextAsync(Path.Combine(_folder, step.Path), step.Text);
                break;
            case TutorialAction.Run:
                foreach (var command in step.Lines)
                {
                    var output = await RunAsync(command);
                    _seen = () => Task.FromResult(output);
                }
                break;
            case TutorialAction.Retry:
                _seen = () => RunAsync(step.Text.Trim());
                break;
            case TutorialAction.Start:
                _started.Add(Start(step.Text.Trim()));
                _seen = () => Task.FromResult(_started[^1].Output);
                break;
            case TutorialAction.Check:
                await CheckAsync(step);
                break;
        }
    }

    private async Task<string> RunAsync(string command)
    {
        var words = Tutorial.Words(command);
        if (words is [var builtIn and ("mkdir" or "cd"), var folder])
        {
            var path = Path.Combine(_folder, folder);
            if (builtIn == "mkdir")
                Directory.CreateDirectory(path);
            else
                _folder = path;
            return "";
        }
        var result = await Shell.RunAsync(_folder, _environment, Program(words[0]), [.. words.Skip(1)]);
        return result.Succeeded().Output + result.Errors;
    }

    private StartedProgram Start(string command)
    {
        var words = Tutorial.Words(command);
        return new StartedProgram(Shell.Start(_folder, _environment, Program(words[0]), [.. words.Skip(1)]));
    }

    private string Program(string name) => name switch
    {
        "kbnet" => _kbnet,
        "kubectl" => Tools.PathOf(name),
        _ => name,
    };

    private async Task CheckAsync(TutorialStep step)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        while (true)
        {
            var output = await _seen();
            var missing = step.Lines.Where(line => !Shows(output, line)).ToList();
            if (missing.Count == 0)
                return;
            Assert.False(limit.IsCancellationRequested, $"line {step.Line}: nobody printed '{string.Join("', '", missing)}', but:\n{output}");
            await Task.Delay(Pause, TestContext.Current.CancellationToken);
        }
    }

    // How wide columns are depends on what is in them; … stands for any words, and inside of a word for the rest of that word.
    private static bool Shows(string output, string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(static word => word == "…" ? ".*" : Regex.Escape(word).Replace("…", @"\S*", StringComparison.Ordinal));
        return Regex.IsMatch(output, $@"^\s*{string.Join(@"\s+", words)}\s*$", RegexOptions.Multiline | RegexOptions.CultureInvariant);
    }

    public void Dispose()
    {
        _started.ForEach(program => program.Dispose());
        _home.Delete(recursive: true);
    }
}
