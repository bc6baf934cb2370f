using System.Runtime.InteropServices;
using KubeBuilderNet.Caching;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Configuration;
using KubeBuilderNet.Controllers;
using KubeBuilderNet.Logging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace KubeBuilderNet.Managing;

/// <summary>Starts caches, waits until they are full, runs the controllers, and stops all in the reverse order.</summary>
/// <remarks>Follows controller-runtime's <c>manager.Manager</c>.</remarks>
internal sealed class Manager(IServiceProvider services, TimeProvider time, IHostApplicationLifetime lifetime, ILogger<Manager> log)
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
            await RunAsync(_stopping.Token);
            return;
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            return;
        }
        // What the user is to mend is said in one line; anything else is a fault of the program and shows its trace.
        catch (Exception e) when (e is ManagerException or KubeconfigException)
        {
            _log.LogCritical("{Reason}", e.Message);
        }
        catch (Exception e)
        {
            _log.LogCritical(e, "The manager failed");
        }
        Environment.ExitCode = 1;
        await StartedAsync();
        lifetime.StopApplication();
    }

    private async Task RunAsync(CancellationToken stopping)
    {
        // Asked for here and not in the constructor: what is wrong with it is to be said in one line.
        var options = services.GetRequiredService<ManagerOptions>();
        var server = (services.GetRequiredService<IClient>() as KubernetesApiClient)?.Rest.Server;
        var controllers = services.GetServices<ControllerRegistration>().Select(registration => registration.Make(services)).ToList();
        var factory = services.GetRequiredService<SharedInformerFactory>();
        foreach (var registration in services.GetServices<InformerRegistration>())
            registration.Make(factory);
        var informers = factory.Informers;
        _log.LogInformation("Filling the caches of {Kinds} from {Server}", string.Join("; ", informers.Select(informer => informer.Kind)), server);

        using var stopCaches = new CancellationTokenSource();
        var caches = Task.WhenAll(informers.Select(informer => Task.Run(() => informer.RunAsync(stopCaches.Token), CancellationToken.None)));
        try
        {
            await Task.WhenAny(SyncAsync(informers, server, options.CacheSyncTimeout, stopping), caches).Unwrap();
            await RunControllersAsync(controllers, caches, options.GracefulShutdownTimeout, stopping);
        }
        finally
        {
            await stopCaches.CancelAsync();
            await caches.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            controllers.ForEach(static controller => controller.Dispose());
        }
    }

    private async Task SyncAsync(IReadOnlyCollection<IInformer> informers, Uri? server, TimeSpan timeout, CancellationToken stopping)
    {
        try
        {
            await Task.WhenAll(informers.Select(informer => informer.WaitForSyncAsync(stopping))).WaitAsync(timeout, time, stopping);
        }
        catch (TimeoutException)
        {
            var missing = informers.Where(informer => !informer.HasSynced).Select(informer => $"{informer.Kind}: {informer.LastError ?? "no answer yet"}");
            throw new ManagerException(
                $"The caches were not filled from {server} within {timeout.TotalSeconds:0} s. {string.Join(" ", missing)}");
        }
    }

    // Runs until told to stop; a cache or a controller that ends before that has failed, and ends the rest.
    private async Task RunControllersAsync(List<IController> controllers, Task caches, TimeSpan gracefulTimeout, CancellationToken stopping)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var running = controllers.Select(controller => controller.RunAsync(gracefulTimeout, stop.Token)).ToList();
        var ended = await Task.WhenAny([caches, Task.Delay(Timeout.InfiniteTimeSpan, time, stop.Token), .. running]);
        await stop.CancelAsync();
        await Task.WhenAll(running);
        if (!stopping.IsCancellationRequested)
            await ended;
    }

    private Task<Task> StartedAsync()
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lifetime.ApplicationStarted.Register(static source => ((TaskCompletionSource)source!).TrySetResult(), started);
        return Task.WhenAny(started.Task, Task.Delay(Timeout.InfiniteTimeSpan, _stopping.Token));
    }
}
