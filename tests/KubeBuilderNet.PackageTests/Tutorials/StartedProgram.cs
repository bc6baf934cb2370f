using System.Diagnostics;
using System.Text;

namespace KubeBuilderNet.PackageTests.Tutorials;

/// <summary>A program that runs beside the tutorial, and what it has printed so far.</summary>
internal sealed class StartedProgram : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();

    internal StartedProgram(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Add(line.Data);
        process.ErrorDataReceived += (_, line) => Add(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    internal string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    private void Add(string? line)
    {
        lock (_output)
            _output.Append(line).Append('\n');
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
