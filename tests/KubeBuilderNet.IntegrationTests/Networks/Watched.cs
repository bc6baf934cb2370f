using System.Collections.Concurrent;
using k8s;
using k8s.Models;
using KubeBuilderNet.Caching;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Rest;
using Microsoft.Extensions.Logging.Abstractions;

namespace KubeBuilderNet.IntegrationTests.Networks;

/// <summary>An informer, of a server behind the proxy or of another, and a handler that keeps the last version it heard of.</summary>
internal sealed class Watched<T> : IAsyncDisposable
    where T : class, IKubernetesObject<V1ObjectMeta>
{
    private static readonly RestClientOptions Impatient = new() { PingDelay = TimeSpan.FromSeconds(1), PingTimeout = TimeSpan.FromSeconds(1) };
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private readonly Task _running;

    internal Watched(FaultyProxy proxy, string @namespace)
        : this(new RestClient(proxy.Configuration, Impatient), @namespace)
    {
    }

    internal Watched(RestClient rest, string @namespace)
    {
        Rest = rest;
        Informer = new SharedInformer<T>(new KubernetesApiClient(Rest), NullLogger.Instance, new() { Namespaces = [@namespace] });
        Informer.AddHandler(Handler);
        _running = Informer.RunAsync(_stop.Token);
    }

    internal RestClient Rest { get; }

    internal SharedInformer<T> Informer { get; }

    internal LastVersions<T> Handler { get; } = new();

    internal Dictionary<string, string> Cached => Informer.Lister.List().ToDictionary(static item => item.Metadata.Name, static item => item.Metadata.ResourceVersion);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        Rest.Dispose();
        _stop.Dispose();
    }
}

/// <summary>What a handler believes is there, from what it was told.</summary>
/// <param name="isSlow">Whether it takes its time now and then.</param>
internal sealed class LastVersions<T>(bool isSlow = false) : IResourceHandler<T>
    where T : class, IKubernetesObject<V1ObjectMeta>
{
    private int _calls;

    internal ConcurrentDictionary<string, string> Versions { get; } = new();

    internal int Calls => Volatile.Read(ref _calls);

    /// <summary>Changes that don't fit what was told before.</summary>
    internal ConcurrentQueue<string> Misfits { get; } = [];

    public void OnAdded(T resource, bool isInInitialList)
    {
        Dawdle();
        if (!Versions.TryAdd(resource.Metadata.Name, resource.Metadata.ResourceVersion))
            Misfits.Enqueue($"{resource.Metadata.Name} was added twice");
    }

    public void OnUpdated(T before, T after)
    {
        Dawdle();
        if (!Versions.TryUpdate(after.Metadata.Name, after.Metadata.ResourceVersion, before.Metadata.ResourceVersion))
            Misfits.Enqueue($"{after.Metadata.Name} was updated from a state that was not told");
    }

    public void OnDeleted(T resource, bool finalStateUnknown)
    {
        Dawdle();
        if (!Versions.TryRemove(resource.Metadata.Name, out _))
            Misfits.Enqueue($"{resource.Metadata.Name} was deleted twice");
    }

    private void Dawdle()
    {
        if (Interlocked.Increment(ref _calls) % 100 == 0 && isSlow)
            Thread.SpinWait(100_000);
    }
}
