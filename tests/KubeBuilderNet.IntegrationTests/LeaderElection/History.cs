using System.Collections.Concurrent;
using k8s;
using k8s.Models;
using KubeBuilderNet.Client;

namespace KubeBuilderNet.IntegrationTests.LeaderElection;

/// <summary>Every state of the objects of a namespace, in the server's order.</summary>
internal sealed class History<T> : IAsyncDisposable
    where T : class, IKubernetesObject<V1ObjectMeta>
{
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private readonly ConcurrentQueue<T> _states = [];
    private readonly Task _watching;
    private volatile T? _last;

    private History(IClient client, string @namespace, string from) => _watching = WatchAsync(client, @namespace, from);

    internal T? Last => _last;

    internal IReadOnlyList<T> States => [.. _states];

    internal static async Task<History<T>> StartAsync(IClient client, string @namespace) =>
        new(client, @namespace, (await client.ListPageAsync<T>(new ListOptions { Namespace = @namespace }, TestContext.Current.CancellationToken)).ResourceVersion);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    // A watch that ends goes on where it was: no state is left out.
    private async Task WatchAsync(IClient client, string @namespace, string version)
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await foreach (var change in client.WatchAsync<T>(new WatchOptions { Namespace = @namespace, ResourceVersion = version }, _stop.Token))
                {
                    version = change.ResourceVersion;
                    if (change.Resource is not { } state)
                        continue;
                    _states.Enqueue(state);
                    _last = state;
                }
            }
            catch (Exception e) when (e is HttpRequestException or IOException)
            {
                // The server is busy, not gone.
            }
        }
    }
}
