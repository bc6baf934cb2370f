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
    private const string FromCache = "0";
    private static readonly TimeSpan ShortWatch = TimeSpan.FromSeconds(1);

    private readonly Backoff _backoff = new(TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(30), time);
    private bool _streams = source.StreamsLists;
    private string? _version;
    private bool _hasListed;
    private bool _works;
    private bool _getsBookmarks;

    private GroupVersionKind Kind => source.Kind;

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
                // A watch that worked and was cut goes on at once; only what fails again must wait.
                var wasCut = _works && e is (IOException or HttpRequestException);
                _works = false;
                if (!wasCut)
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

    // As client-go: the first list may come from the server's cache, which is fast and spares etcd; the watch brings what is newer. A later one
    // must not go back behind what was seen.
    private async Task ListAsync(CancellationToken cancellationToken) =>
        Replace(await source.ListAsync(_hasListed ? null : FromCache, cancellationToken));

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
        using var limits = new WatchLimits(time, cancellationToken);
        var initial = isList ? new InitialEvents<T>() : null;
        var started = time.GetTimestamp();
        var events = 0;
        limits.Expect(isList, _getsBookmarks);
        try
        {
            await foreach (var change in source.WatchAsync(_version, isList, limits.Limit, limits.Token))
            {
                initial = Take(source.Transformed(change), initial);
                if (events++ == 0)
                    Recovered();
                limits.Expect(initial is not null, _getsBookmarks);
            }
        }
        catch (Exception e) when (initial is not null && CanNotStream(e, limits.IsSilent))
        {
            log.LogDebug("The server doesn't stream lists of {Kind}: they are read page by page", Kind);
            _streams = false;
            return;
        }
        // It ended without an end of the list.
        if (initial is not null)
            _streams = false;
        // A server that ends each watch at once must not be asked in a tight loop.
        if (events == 0 && time.GetElapsedTime(started) < ShortWatch)
            await PauseAsync(cancellationToken);
        else
            Recovered();
    }

    // Gives back the list that is not complete yet.
    private InitialEvents<T>? Take(in WatchEvent<T> change, InitialEvents<T>? initial)
    {
        if (initial is null)
        {
            _getsBookmarks |= change.Type == WatchChangeType.Bookmark;
            Take(change);
            return null;
        }
        if (change.EndsInitialEvents)
        {
            Replace(initial.ToList(change.ResourceVersion));
            return null;
        }
        initial.Add(change);
        return initial;
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
        _works = true;
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

    private string Explain(Exception e) => e switch
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
