using k8s.Models;
using KubeBuilderNet.Caching;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Errors;
using Microsoft.Extensions.Logging;

namespace KubeBuilderNet.Events;

/// <summary>Stores events, those that come again as a series. One caller at a time; nothing throws.</summary>
/// <remarks>
/// Follows client-go's <c>events.eventBroadcasterImpl</c>: the second time is told at once, more of them together, and a series ends when
/// it has been quiet for 6 minutes. Here they are told every minute, and the note is part of what makes two events equal.
/// </remarks>
internal sealed class EventSender(IClient client, EventSource source, TimeProvider time, ILogger log)
{
    private const int MaxTries = 5;
    private const int MaxSeries = 4096;
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(6);
    private readonly Dictionary<Occurrence, EventSeries> _series = [];
    private readonly SpamLimit _limit = new(time);
    private readonly HashSet<string> _reported = new(StringComparer.Ordinal);

    internal (int Series, int Objects) Kept => (_series.Count, _limit.Count);

    internal async Task SendAsync(Occurrence occurrence, CancellationToken cancellationToken)
    {
        if (!_series.TryGetValue(occurrence, out var series))
        {
            await BeginAsync(occurrence, cancellationToken);
            return;
        }
        series.Count++;
        (series.LastAt, series.LastSeen) = (time.GetUtcNow().UtcDateTime, time.GetTimestamp());
        if (series.Count == 2)
            await TellAsync(occurrence, series, cancellationToken);
    }

    /// <summary>Tells how far the series have come, and forgets those that are over. To be called now and then.</summary>
    internal async Task TellSeriesAsync(CancellationToken cancellationToken)
    {
        foreach (var (occurrence, series) in _series.ToList())
        {
            if (series.Count > series.Sent)
                await TellAsync(occurrence, series, cancellationToken);
            if (time.GetElapsedTime(series.LastSeen) >= Quiet)
                _series.Remove(occurrence);
        }
        _limit.Sweep();
    }

    private async Task BeginAsync(Occurrence occurrence, CancellationToken cancellationToken)
    {
        if (!_limit.TryTake(occurrence.Regarding))
        {
            log.LogDebug("{Kind} {Name} has too many events; one is dropped: {Note}", occurrence.Regarding.Kind, occurrence.Regarding.Name, occurrence.Note);
            return;
        }
        if (_series.Count >= MaxSeries)
            _series.Clear();
        var series = new EventSeries { LastSeen = time.GetTimestamp() };
        _series[occurrence] = series;
        var begun = source.New(occurrence);
        series.Stored = await TryAsync(() => CreateAsync(begun, cancellationToken), occurrence, cancellationToken);
    }

    private async Task<Eventsv1Event> CreateAsync(Eventsv1Event begun, CancellationToken cancellationToken)
    {
        try
        {
            return await client.CreateAsync(begun, cancellationToken: cancellationToken);
        }
        catch (KubernetesApiException e) when (e.Reason == StatusReason.Invalid && source.TryMove(begun))
        {
            return await client.CreateAsync(begun, cancellationToken: cancellationToken);
        }
    }

    private async Task TellAsync(Occurrence occurrence, EventSeries series, CancellationToken cancellationToken)
    {
        // What was never stored, or is gone since, begins anew.
        if (series.Stored is not { } stored)
        {
            _series.Remove(occurrence);
            await BeginAsync(occurrence, cancellationToken);
            return;
        }
        var next = stored with { Series = new Eventsv1EventSeries { Count = series.Count, LastObservedTime = series.LastAt } };
        if (Patch.MergeFrom(stored, next, client.Json) is not { } patch)
            return;
        series.Sent = series.Count;
        var key = ObjectKey.Of(stored);
        series.Stored = await TryAsync(() => client.PatchAsync<Eventsv1Event>(key, patch, null, cancellationToken), occurrence, cancellationToken);
    }

    private async Task<Eventsv1Event?> TryAsync(Func<Task<Eventsv1Event>> send, Occurrence occurrence, CancellationToken cancellationToken)
    {
        var backoff = new Backoff(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10), time);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await send();
            }
            catch (Exception e) when (attempt < MaxTries && IsPassing(e) && !cancellationToken.IsCancellationRequested)
            {
                await backoff.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (Exception e)
            {
                Report(occurrence, e);
                return null;
            }
        }
    }

    private static bool IsPassing(Exception e) => e switch
    {
        KubernetesApiException refusal => (int)refusal.Code is 0 or 429 or >= 500,
        _ => e is HttpRequestException or IOException,
    };

    // A missing right would be told at each event.
    private void Report(Occurrence occurrence, Exception e)
    {
        if (e is KubernetesApiException { IsNotFound: true } or OperationCanceledException || IsEnding(e))
            return;
        var about = occurrence.Regarding;
        var reason = e is KubernetesApiException { Reason: StatusReason.Forbidden }
            ? $"{e.Message} (the program's role must allow create and patch of events in events.k8s.io)"
            : e.Message;
        var isNew = _reported.Count < 100 && _reported.Add(about.Kind + e.GetType() + (e as KubernetesApiException)?.Reason);
        log.Log(isNew ? LogLevel.Warning : LogLevel.Debug, "An event of {Kind} {Namespace}/{Name} could not be recorded: {Reason}",
            about.Kind, about.Namespace, about.Name, reason);
    }

    private static bool IsEnding(Exception e) => e is KubernetesApiException refusal && refusal.Causes.Any(static cause => cause.Reason == "NamespaceTerminating");
}
