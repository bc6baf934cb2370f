using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace KubeBuilderNet.Metrics;

/// <summary>What Prometheus' clients tell of every process, under their names.</summary>
internal sealed class ProcessMetrics : IDisposable
{
    internal const string MeterName = "KubeBuilderNet.Process";
    private const string Descriptors = "/proc/self/fd";
    private const string Threads = "/proc/self/task";
    private readonly Meter _meter = new(MeterName);

    internal ProcessMetrics()
    {
        _meter.CreateObservableCounter("process_cpu_seconds_total", static () => Environment.CpuUsage.TotalTime.TotalSeconds, null,
            "Total user and system CPU time spent in seconds.");
        _meter.CreateObservableGauge("process_resident_memory_bytes", static () => Environment.WorkingSet, null, "Resident memory size in bytes.");
        _meter.CreateObservableGauge("process_virtual_memory_bytes", static () => Of(static process => process.VirtualMemorySize64), null, "Virtual memory size in bytes.");
        var started = new Lazy<double>(StartTime);
        _meter.CreateObservableGauge("process_start_time_seconds", () => started.Value, null, "Start time of the process since unix epoch in seconds.");
        // .NET asks the system for each thread's state to count them; Linux has them in a folder.
        if (!Directory.Exists(Threads))
            return;
        _meter.CreateObservableGauge("process_threads", static () => Count(Threads), null, "Number of OS threads.");
        _meter.CreateObservableGauge("process_open_fds", static () => Count(Descriptors), null, "Number of open file descriptors.");
    }

    public void Dispose() => _meter.Dispose();

    internal bool Owns(Meter meter) => ReferenceEquals(meter, _meter);

    private static long Count(string folder) => Directory.EnumerateFileSystemEntries(folder).LongCount();

    private static double StartTime() => Of(static process => (process.StartTime.ToUniversalTime() - DateTime.UnixEpoch).TotalSeconds);

    private static T Of<T>(Func<Process, T> read)
    {
        using var process = Process.GetCurrentProcess();
        return read(process);
    }
}
