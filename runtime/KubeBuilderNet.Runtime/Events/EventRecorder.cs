using System.Threading.Channels;
using k8s;
using k8s.Models;
using KubeBuilderNet.Client;
using KubeBuilderNet.Logging;
using Microsoft.Extensions.Logging;

namespace KubeBuilderNet.Events;

/// <summary>Takes events into a queue with an end, and sends them one after the other. Does nothing until the first.</summary>
internal sealed class EventRecorder : IEventRecorder, IDisposable
{
    private const int Capacity = 1000;
    private const int MaxWord = 128;
    private const int MaxNote = 1024;
    private static readonly TimeSpan TellInterval = TimeSpan.FromMinutes(1);
    private readonly Channel<Occurrence?> _queue = Channel.CreateBounded<Occurrence?>(new BoundedChannelOptions(Capacity) { SingleReader = true });
    private readonly CancellationTokenSource _abort = new();
    private readonly EventSender _sender;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly Lazy<Task> _sending;
    private long _dropped;

    internal EventRecorder(IClient client, EventSource source, TimeProvider time, ILogger log)
    {
        (_time, _log) = (time, SafeLogger.Of(log));
        _sender = new EventSender(client, source, time, _log);
        _sending = new Lazy<Task>(() => Task.Run(SendAsync));
    }

    /// <summary>How many series go on, and how many objects have had events lately. To be read while nothing is sent.</summary>
    internal (int Series, int Objects) Kept => _sender.Kept;

    public void Record(EventType type, IKubernetesObject<V1ObjectMeta> regarding, string reason, string action, string note, IKubernetesObject<V1ObjectMeta>? related = null)
    {
        try
        {
            ArgumentException.ThrowIfNullOrEmpty(reason);
            ArgumentException.ThrowIfNullOrEmpty(action);
            var occurrence = new Occurrence(type, ObjectReference.Of(regarding), related is null ? null : ObjectReference.Of(related),
                Text.Cut(reason, MaxWord), Text.Cut(action, MaxWord), Text.Cut(note ?? "", MaxNote));
            if (_queue.Writer.TryWrite(occurrence))
                _ = _sending.Value;
            else
                Interlocked.Increment(ref _dropped);
        }
        catch (Exception e) when (e is ArgumentException or NullReferenceException or InvalidOperationException or FormatException)
        {
            _log.LogError(e, "An event '{Reason}' can't be recorded", reason);
        }
    }

    /// <summary>Takes no more events, and sends those that wait for as long as is given. Never throws.</summary>
    internal async Task DrainAsync(TimeSpan limit)
    {
        _queue.Writer.TryComplete();
        if (!_sending.IsValueCreated)
            return;
        await _sending.Value.WaitAsync(limit, _time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _abort.CancelAsync();
        await _sending.Value;
    }

    public void Dispose()
    {
        _queue.Writer.TryComplete();
        _abort.Cancel();
    }

    private async Task SendAsync()
    {
        // A null in the queue is the minute's bell.
        await using var bell = _time.CreateTimer(_ => _queue.Writer.TryWrite(null), null, TellInterval, TellInterval);
        try
        {
            await foreach (var occurrence in _queue.Reader.ReadAllAsync(_abort.Token))
            {
                // What is read already comes whatever the token says.
                _abort.Token.ThrowIfCancellationRequested();
                if (occurrence is { } happened)
                    await _sender.SendAsync(happened, _abort.Token);
                else
                    await TellAsync();
            }
            await TellAsync();
        }
        catch (OperationCanceledException)
        {
            // Told to wait no longer.
        }
        catch (Exception e)
        {
            _log.LogError(e, "No more events are recorded");
        }
    }

    private Task TellAsync()
    {
        if (Interlocked.Exchange(ref _dropped, 0) is var dropped and > 0)
            _log.LogWarning("{Count} events came faster than the API server takes them and were dropped", dropped);
        return _sender.TellSeriesAsync(_abort.Token);
    }
}
