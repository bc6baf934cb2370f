using System.Collections.Concurrent;
using System.Diagnostics;
using KubeBuilderNet.Testing;

namespace KubeBuilderNet.IntegrationTests.LeaderElection;

/// <summary>A replica in a process of its own, which ends with this one.</summary>
internal sealed class ReplicaProcess : IDisposable
{
    private static readonly int Killed = OperatingSystem.IsWindows() ? -1 : 128 + 9;
    private readonly ConcurrentQueue<string> _lines = [];
    private readonly Process _process;
    private readonly int _leases;

    private ReplicaProcess(string name, int leases, ProcessStartInfo start)
    {
        (Name, _leases) = (name, leases);
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => _lines.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _lines.Enqueue(line.Data ?? "");
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    internal string Name { get; }

    internal string Log => string.Join('\n', _lines);

    internal bool IsAlive => !_process.HasExited;

    internal int ExitCode => _process.ExitCode;

    /// <summary>Whether it has or waits for each Lease, its caches full.</summary>
    internal bool IsReady => IsAlive && Count("Waiting for the lease") == _leases;

    /// <summary>Whether it has lost a Lease without being killed: the machine was too busy.</summary>
    internal bool HasLost => Count(" is lost: ") > 0;

    /// <summary>How many of its writes came too late.</summary>
    internal int Conflicts => Count("was changed by another meanwhile");

    internal static ReplicaProcess Start(ApiServer server, IReadOnlyCollection<string> namespaces, string name)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "KubeBuilderNet.FencedOperator.dll");
        var start = new ProcessStartInfo("dotnet", [program, $"--replica={name}", $"--namespaces={string.Join(',', namespaces)}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["KUBECONFIG"] = server.KubeconfigPath;
        // It lives for seconds, and what makes its start quick counts.
        start.Environment["DOTNET_TieredPGO"] = "0";
        return new ReplicaProcess(name, namespaces.Count, start);
    }

    /// <summary>Ends it as <c>kill -9</c> does; false when it had ended before.</summary>
    internal async Task<bool> KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return ExitCode == Killed;
    }

    /// <summary>Sends a signal by its name, as <c>STOP</c> or <c>CONT</c>.</summary>
    internal async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{_process.Id}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, kill.ExitCode);
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private int Count(string part) => _lines.Count(line => line.Contains(part, StringComparison.Ordinal));
}
