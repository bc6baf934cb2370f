using System.Diagnostics;

namespace KubeBuilderNet.Testing;

/// <summary>One server program, whose output goes to a file, and which doesn't outlive this program.</summary>
internal sealed class ServerProcess : IDisposable
{
    private const string Guard = """
        exec 3<&0
        "$@" </dev/null 3<&- &
        server=$!
        { read -r _ <&3; kill -9 $server; } 2>/dev/null &
        wait $server
        code=$?
        kill $! 2>/dev/null
        exit $code
        """;

    private static readonly Lock Gate = new();
    private static readonly HashSet<ServerProcess> Alive = [];
    private readonly Process _process;
    private readonly StreamWriter _log;
    private readonly string _logFile;

    static ServerProcess() => AppDomain.CurrentDomain.ProcessExit += static (_, _) => KillAll();

    private ServerProcess(Process process, string logFile)
    {
        _process = process;
        _logFile = logFile;
        _log = new StreamWriter(new FileStream(logFile, FileMode.Append, FileAccess.Write, FileShare.ReadWrite)) { AutoFlush = true };
    }

    internal bool HasExited => _process.HasExited;

    internal static ServerProcess Start(string program, string logFile, params IReadOnlyList<string> arguments)
    {
        var (file, all) = Guarded(program, arguments);
        var start = new ProcessStartInfo(file, all) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        var server = new ServerProcess(new Process { StartInfo = start }, logFile);
        server._process.OutputDataReceived += server.Write;
        server._process.ErrorDataReceived += server.Write;
        server._process.Start();
        server._process.BeginOutputReadLine();
        server._process.BeginErrorReadLine();
        lock (Gate)
            Alive.Add(server);
        return server;
    }

    /// <summary>Ends the program at once, as <c>kill -9</c> does.</summary>
    internal async Task KillAsync()
    {
        Kill();
        await _process.WaitForExitAsync();
    }

    internal string Tail(int lines)
    {
        using var reader = new StreamReader(new FileStream(_logFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return string.Join('\n', reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(lines));
    }

    public void Dispose()
    {
        Kill();
        lock (Gate)
            Alive.Remove(this);
        _process.WaitForExit();
        _process.Dispose();
        lock (_log)
            _log.Dispose();
    }

    // Where there is a shell, a guard reads our end of its input: when this program dies, however it dies, the input ends, and the
    // guard kills the server.
    private static (string File, IReadOnlyList<string> Arguments) Guarded(string program, IReadOnlyList<string> arguments) =>
        OperatingSystem.IsWindows() || !File.Exists("/bin/sh")
            ? (program, arguments)
            : ("/bin/sh", ["-c", Guard, "sh", program, .. arguments]);

    private static void KillAll()
    {
        lock (Gate)
        {
            foreach (var server in Alive)
                server.Kill();
        }
    }

    private void Kill()
    {
        try
        {
            if (!_process.HasExited)
                _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended in between.
        }
    }

    private void Write(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is null)
            return;
        lock (_log)
        {
            if (_log.BaseStream is { CanWrite: true })
                _log.WriteLine(line.Data);
        }
    }
}
