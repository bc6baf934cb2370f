using k8s;
using k8s.Models;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Errors;
using KubeBuilderNet.Client.Watching;
using Microsoft.Extensions.Logging;

namespace KubeBuilderNet.Caching;

/// <summary>Keeps a DeltaFifo true to the server: lists once, then watches, and goes on where it was when a watch ends.</summary>
/// <remarks>
/// Follows client-go's <c>cache.Reflector</c>. A list is asked for as the beginning of a watch; servers that refuse that, or send nothing,
/// are listed page by page from then on.
/// </remarks>
internal sealed class Reflector<T>(ReflectorSource<T> source, DeltaFifo<T> store, UnreadableObjects unreadable, TimeProvider time, ILogger log)
    where T : class, IKubernetesObject<V1ObjectMeta>
{
    private static readonly TimeSpan MinWatch = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan WatchGrace = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ShortWatch = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(10);
    private static readonly GroupVersionKind Kind = ResourceDefinition.Of<T>().Kind;

    private readonly Backoff _backoff = new(TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(30), time);
    private bool _streams = source.StreamsLists;
    private string? _version;
    private bool _hasListed;

    /// <summary>What went wrong last; null when all is well.</summary>
    internal string? LastError { get; private set; }

    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                // Without a version a watch would begin anywhere, and miss what was deleted before it.
                var needsList = string.IsNullOrEmpty(_version);
                if (needsList && !_streams)
                    await ListAsync(cancellationToken);
                await WatchAsync(needsList && _streams, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (KubernetesApiException e) when (e.IsExpired)
            {
                log.LogInformation("The version of {Kind} to watch from is too old: listing again", Kind);
                _version = null;
                await PauseAsync(cancellationToken);
            }
            catch (Exception e)
            {
                Report(e);
                if (LosesPlace(e))
                    _version = null;
                await PauseAsync(cancellationToken);
            }
        }
    }

    // As client-go: what the server refuses at this version is listed anew (the CRD was made again, etcd was restored); only overload,
    // missing rights and broken connections leave the version good.
    private static bool LosesPlace(Exception e) => e is KubernetesApiException refusal && refusal.Reason switch
    {
        StatusReason.TooManyRequests or StatusReason.ServiceUnavailable or StatusReason.Unauthorized or StatusReason.Forbidden => false,
        StatusReason.Timeout => refusal.Causes.Any(static cause => cause.Reason == "ResourceVersionTooLarge"),
        _ => true,
    };

    private async Task ListAsync(CancellationToken cancellationToken) => Replace(await source.ListAsync(cancellationToken));

    private void Replace(ResourceList<T> list)
    {
        unreadable.Replace(list.Unreadable, source.Namespace);
        store.Replace(list.Items, list.Unreadable.Select(static bad => bad.Key), source.Namespace, isFirst: !_hasListed);
        _version = list.ResourceVersion;
        _hasListed = true;
        LastError = null;
    }

    private async Task WatchAsync(bool isList, CancellationToken cancellationToken)
    {
        // Spread, so that the watches of many programs don't all end at once.
        var limit = MinWatch * (1 + Random.Shared.NextDouble());
        var initial = isList ? new InitialEvents<T>() : null;
        using var overdue = new CancellationTokenSource(isList ? LongestSilence : limit + WatchGrace, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, overdue.Token);
        var started = time.GetTimestamp();
        var events = 0;
        try
        {
            await foreach (var change in source.WatchAsync(_version, isList, limit, stop.Token))
            {
                if (initial is null)
                    Take(source.Transformed(change));
                else if (change.EndsInitialEvents)
                {
                    Replace(initial.ToList(change.ResourceVersion));
                    initial = null;
                    overdue.CancelAfter(limit + WatchGrace);
                }
                else
                {
                    initial.Add(source.Transformed(change));
                    overdue.CancelAfter(LongestSilence);
                }
                if (events++ == 0)
                    Recovered();
            }
        }
        catch (Exception e) when (initial is not null && CanNotStream(e, overdue.IsCancellationRequested && !cancellationToken.IsCancellationRequested))
        {
            log.LogDebug("The server doesn't stream lists of {Kind}: they are read page by page", Kind);
            _streams = false;
            return;
        }
        if (initial is not null)
        {
            // It ended without an end of the list.
            _streams = false;
            return;
        }
        // A server that ends each watch at once must not be asked in a tight loop.
        if (events == 0 && time.GetElapsedTime(started) < ShortWatch)
            await PauseAsync(cancellationToken);
        else
            Recovered();
    }

    // Old servers call it invalid, or send the objects and never the bookmark after them.
    private static bool CanNotStream(Exception e, bool isSilent) =>
        isSilent || e is KubernetesApiException { Reason: StatusReason.Invalid or StatusReason.BadRequest };

    private void Take(in WatchEvent<T> change)
    {
        switch (change)
        {
            case { Unreadable: { } bad, Type: WatchChangeType.Deleted }:
                store.Delete(bad.Key);
                unreadable.Forget(bad.Key);
                break;
            case { Unreadable: { } bad }:
                unreadable.Report(bad);
                break;
            case { Resource: { } item, Type: WatchChangeType.Added }:
                unreadable.Forget(ObjectKey.Of(item));
                store.Add(item);
                break;
            case { Resource: { } item, Type: WatchChangeType.Modified }:
                unreadable.Forget(ObjectKey.Of(item));
                store.Update(item);
                break;
            case { Resource: { } item, Type: WatchChangeType.Deleted }:
                unreadable.Forget(ObjectKey.Of(item));
                store.Delete(item);
                break;
        }
        if (change.ResourceVersion.Length > 0)
            _version = change.ResourceVersion;
    }

    private void Recovered()
    {
        _backoff.Reset();
        LastError = null;
    }

    private void Report(Exception e)
    {
        LastError = Explain(e);
        if (e is HttpRequestException or IOException or KubernetesApiException or OperationCanceledException)
            log.LogWarning("Watching {Kind} failed and is tried again: {Reason}", Kind, LastError);
        else
            log.LogError(e, "Watching {Kind} failed and is tried again", Kind);
    }

    private static string Explain(Exception e) => e switch
    {
        KubernetesApiException { IsNotFound: true } => $"the API server has no {Kind.Kind} in {Kind.ApiVersion}: is the CRD installed? Run kbnet install.",
        KubernetesApiException { Reason: StatusReason.Forbidden } => $"{e.Message} (the program's role must allow get, list and watch)",
        HttpRequestException { InnerException: { } cause } => $"{e.Message.TrimEnd('.')}: {cause.Message}",
        OperationCanceledException => "the watch didn't end in its time; the connection is taken for dead",
        _ => e.Message,
    };

    private async Task PauseAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _backoff.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The loop ends by itself.
        }
    }
}
