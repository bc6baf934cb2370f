using System.Text.Json;
using k8s;
using k8s.Models;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Dynamic;
using KubeBuilderNet.Client.Errors;
using KubeBuilderNet.Client.Json;

namespace KubeBuilderNet.Caching;

/// <summary>Reads from the caches and writes to the server. The first read of a kind makes its cache and waits until it is filled.</summary>
/// <remarks>
/// Follows the client of controller-runtime's manager. What it reads may be a moment old, older even than one's own write:
/// <see cref="WaitForCacheAsync{T}(T, CancellationToken)"/> waits that out, and <see cref="Live"/> reads from the server. Objects are copies, the
/// caller's own; where copies cost too much, <see cref="ILister{T}"/> hands out the cache's. It needs the rights to list and watch what it reads.
/// </remarks>
/// <param name="live">Writes, and reads where the cache isn't to.</param>
/// <param name="informers">Has the caches, and runs them.</param>
/// <param name="timeout">How long a cache may take to be filled, or to see a write; null for 2 minutes.</param>
/// <param name="time">The clock; null for the system's.</param>
public sealed partial class CachedClient(IClient live, SharedInformerFactory informers, TimeSpan? timeout = null, TimeProvider? time = null) : IClient
{
    private static readonly TimeSpan Doubt = TimeSpan.FromSeconds(1);
    private readonly TimeSpan _timeout = timeout ?? TimeSpan.FromMinutes(2);
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <inheritdoc/>
    public IClient Live { get; } = live;

    /// <inheritdoc/>
    public JsonSerializerOptions Json => Live.Json;

    /// <summary>Reads one object from the cache of its kind.</summary>
    /// <exception cref="KubernetesApiException">NotFound: there is none of this key in the cache.</exception>
    /// <exception cref="TimeoutException">The cache isn't filled in time; the message says why.</exception>
    public async Task<T> GetAsync<T>(ObjectKey key, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> => informers.Options.IsLive<T>()
            ? await Live.GetAsync<T>(key, cancellationToken)
            : Get(await SyncedAsync(informers.Get<T>(), cancellationToken), ResourceDefinition.Of<T>().Resource, key);

    /// <summary>Reads one object of a resource that no class describes, from its cache.</summary>
    /// <exception cref="KubernetesApiException">NotFound: there is none of this key in the cache.</exception>
    /// <exception cref="TimeoutException">The cache isn't filled in time; the message says why.</exception>
    public async Task<Unstructured> GetAsync(GroupVersionResource resource, ObjectKey key, CancellationToken cancellationToken = default) =>
        Get(await SyncedAsync(informers.Get(resource), cancellationToken), resource, key);

    /// <summary>Lists the cache of a kind, all in one page: by namespace, labels, and fields that are equal, each of which needs an index of its name.</summary>
    /// <exception cref="NotSupportedException">A cache can't answer that; the message says what to do.</exception>
    /// <exception cref="TimeoutException">The cache isn't filled in time; the message says why.</exception>
    public async Task<ResourceList<T>> ListPageAsync<T>(ListOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta> => informers.Options.IsLive<T>()
            ? await Live.ListPageAsync<T>(options, cancellationToken)
            : List(await SyncedAsync(informers.Get<T>(), cancellationToken), options);

    /// <summary>Lists the cache of a resource that no class describes; see <see cref="ListPageAsync{T}(ListOptions?, CancellationToken)"/>.</summary>
    /// <exception cref="NotSupportedException">A cache can't answer that; the message says what to do.</exception>
    /// <exception cref="TimeoutException">The cache isn't filled in time; the message says why.</exception>
    public async Task<ResourceList<Unstructured>> ListAsync(GroupVersionResource resource, ListOptions? options = null, CancellationToken cancellationToken = default) =>
        List(await SyncedAsync(informers.Get(resource), cancellationToken), options);

    /// <summary>Waits until the cache has seen what was written, so that the next read finds it or something newer.</summary>
    /// <typeparam name="T">The object's class.</typeparam>
    /// <param name="written">The object as a write returned it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="TimeoutException">The cache didn't see it in time: it is behind, or leaves such objects out.</exception>
    public async Task WaitForCacheAsync<T>(T written, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        ArgumentNullException.ThrowIfNull(written);
        var (key, uid, version) = (ObjectKey.Of(written), written.Metadata.Uid, written.Metadata.ResourceVersion);
        if (string.IsNullOrEmpty(version))
            throw new ArgumentException("The object has no resourceVersion: give what the write returned.", nameof(written));
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var wasThere = false;
        var seen = WaitForCacheAsync<T>(key, item =>
        {
            // Seen and gone again is seen as well.
            if (item is null)
                return wasThere;
            wasThere |= item.Metadata.Uid == uid;
            return ResourceVersions.IsAtLeast(item.Metadata.ResourceVersion, version);
        }, enough.Token);
        try
        {
            // It may have come and gone before anybody looked.
            if (await Task.WhenAny(seen, Task.Delay(Doubt, _time, enough.Token)) == seen || (await Live.FindAsync<T>(key, cancellationToken))?.Metadata.Uid == uid)
                await seen;
        }
        finally
        {
            await enough.CancelAsync();
            await seen.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Waits until the cache's object of a key is as <paramref name="until"/> wants it; it is given null when there is none.</summary>
    /// <typeparam name="T">The object's class.</typeparam>
    /// <param name="key">The object.</param>
    /// <param name="until">Whether it is as it should be. It must neither change the object nor take long.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="TimeoutException">It wasn't so in time.</exception>
    public async Task WaitForCacheAsync<T>(ObjectKey key, Func<T?, bool> until, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        ArgumentNullException.ThrowIfNull(until);
        var informer = await SyncedAsync(informers.Get<T>(), cancellationToken);
        await InTimeAsync(token => informer.WaitAsync(key, until, token), () => $"The cache did not see {informer.Kind.Kind} {key} as it was waited for", informer, cancellationToken);
    }

    private T Get<T>(SharedInformer<T> informer, GroupVersionResource resource, ObjectKey key)
        where T : class, IKubernetesObject<V1ObjectMeta> => informer.Lister.Find(key) is { } item
            ? Copy(item)
            : throw new KubernetesApiException(new V1Status
            {
                Status = "Failure",
                Code = 404,
                Reason = nameof(StatusReason.NotFound),
                Message = $"{resource.Resource} \"{key.Name}\" not found in the cache",
            });

    private ResourceList<T> List<T>(SharedInformer<T> informer, ListOptions? options)
        where T : class, IKubernetesObject<V1ObjectMeta> => new()
        {
            Items = [.. CacheQuery.List(informer.Lister, options ?? new ListOptions()).Select(Copy)],
            Unreadable = [.. informer.Unreadable],
            ResourceVersion = "",
        };

    // Kubernetes' own classes have no copy of their own.
    private T Copy<T>(T item)
        where T : class => item is IDeepCopyable<T> copyable ? copyable.DeepCopy() : ObjectJson.Deserialize<T>(ObjectJson.Serialize(item, Json), Json);

    private async Task<SharedInformer<T>> SyncedAsync<T>(SharedInformer<T> informer, CancellationToken cancellationToken)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        if (!informer.HasSynced)
            await InTimeAsync(informer.WaitForSyncAsync, () => $"The cache of {informer.Kind.Kind} was not filled", informer, cancellationToken);
        return informer;
    }

    private async Task InTimeAsync(Func<CancellationToken, Task> wait, Func<string> what, IInformer informer, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(_timeout, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await wait(both.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"{what()} within {_timeout.TotalSeconds:0.#} s: {informer.LastError ?? "the server said nothing of it"}.");
        }
    }
}
