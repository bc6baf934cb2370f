using KubeBuilderNet.Caching;
using KubeBuilderNet.Controllers;

namespace KubeBuilderNet.Managing;

/// <summary>Waits until caches are full and what was there is in the controllers' queues, and says what is missing when that takes too long.</summary>
/// <remarks>A controller begins when its own handlers have heard of all, as controller-runtime's does: a full cache is not yet a full queue.</remarks>
internal sealed class CacheSync(
    IReadOnlyCollection<IInformer> informers, IReadOnlyCollection<IController> controllers, Uri? server, TimeSpan timeout, TimeProvider time, Func<string?> missingRights)
{
    internal Uri? Server => server;

    /// <summary>Waits for all caches, and for the queues of the controllers that are connected.</summary>
    /// <exception cref="ManagerException">It took too long.</exception>
    internal async Task AllAsync(CancellationToken stopping)
    {
        var others = informers.Except(controllers.SelectMany(static controller => controller.Informers)).ToList();
        await Task.WhenAll([WaitAsync(others, [], null, stopping), .. controllers.Select(controller => OfAsync(controller, stopping))]);
    }

    /// <summary>Waits for the caches of one controller, and for its queue when it is connected.</summary>
    /// <exception cref="ManagerException">It took too long.</exception>
    internal Task OfAsync(IController controller, CancellationToken stopping) =>
        WaitAsync([.. controller.Informers], controller.Handlers, controller, stopping);

    private async Task WaitAsync(IReadOnlyCollection<IInformer> caches, IReadOnlyCollection<IHandlerRegistration> handlers, IController? controller, CancellationToken stopping)
    {
        var limit = controller?.Options.CacheSyncTimeout ?? timeout;
        try
        {
            await Task.WhenAll([.. caches.Select(cache => cache.WaitForSyncAsync(stopping)), .. handlers.Select(handler => handler.WaitForSyncAsync(stopping))])
                .WaitAsync(limit, time, stopping);
        }
        catch (TimeoutException)
        {
            throw new ManagerException(NotSynced($"within {limit.TotalSeconds:0} s"));
        }
    }

    // All that is missing, not only what this wait was for: the reason is often one for all.
    private string NotSynced(string within)
    {
        var missing = informers.Where(static informer => !informer.HasSynced).Select(static informer => $"{informer.Kind}: {informer.LastError ?? "no answer yet"}").ToList();
        var behind = controllers.Where(static controller => controller.Handlers.Any(static handler => !handler.HasSynced)).Select(static controller => controller.Name);
        return missing.Count > 0
            ? string.Join(' ', [$"The caches were not filled from {server} {within}.", .. missing, .. missingRights() is { } rights ? [rights] : Array.Empty<string>()])
            : $"Not all that the caches hold was queued {within}, for {string.Join(", ", behind)}: what maps objects to requests there takes too long.";
    }
}
