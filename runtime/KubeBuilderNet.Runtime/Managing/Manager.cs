using System.Runtime.InteropServices;
using KubeBuilderNet.Client.Configuration;
using KubeBuilderNet.Logging;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace KubeBuilderNet.Managing;

/// <summary>Runs the manager as long as the host runs, and ends the program when it fails.</summary>
/// <remarks>Follows controller-runtime's <c>manager.Manager</c>.</remarks>
internal sealed class Manager(IServiceProvider services, ManagerState state, IHostApplicationLifetime lifetime, ILogger<Manager> log)
    : IHostedService, IDisposable
{
    private readonly ILogger _log = SafeLogger.Of(log);
    private readonly CancellationTokenSource _stopping = new();
    private Task _running = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _running = Task.Run(GuardAsync, CancellationToken.None);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        // As controller-runtime: who asks a second time doesn't want to wait.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, ExitAtOnce);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, ExitAtOnce);
        state.NotReady = "stopping";
        await _stopping.CancelAsync();
        await _running.WaitAsync(cancellationToken);
    }

    public void Dispose() => _stopping.Dispose();

    private void ExitAtOnce(PosixSignalContext signal)
    {
        _log.LogWarning("Told to stop a second time: the program ends at once");
        Environment.Exit(1);
    }

    private async Task GuardAsync()
    {
        try
        {
            await new ManagerRun(services, state, _log).RunAsync(_stopping.Token);
            return;
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            return;
        }
        catch (Exception e)
        {
            Environment.ExitCode = 1;
            state.Failure = e.Message;
            // What the user is to mend is said in one line; anything else is a fault of the program and shows its trace.
            if (e is ManagerException or KubeconfigException)
                _log.LogCritical("{Reason}", e.Message);
            else
                _log.LogCritical(e, "The manager failed");
        }
        await StartedAsync();
        lifetime.StopApplication();
    }

    private Task<Task> StartedAsync()
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lifetime.ApplicationStarted.Register(static source => ((TaskCompletionSource)source!).TrySetResult(), started);
        return Task.WhenAny(started.Task, Task.Delay(Timeout.InfiniteTimeSpan, _stopping.Token));
    }
}
