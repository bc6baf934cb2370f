using System.Collections.Concurrent;

namespace KubeBuilderNet.Client.Rest;

/// <summary>The connections of one client, and how long each has been silent.</summary>
internal sealed class OpenConnections(RestClientOptions options)
{
    private readonly ConcurrentDictionary<HeardStream, bool> _open = new();

    internal RestClientOptions Options => options;

    internal TimeProvider Time => options.Time;

    /// <summary>How long a connection that is pinged is silent at most while it is alive.</summary>
    internal TimeSpan Patience { get; } = options.PingDelay + options.PingTimeout;

    /// <summary>How long nothing has come on the most silent of them; zero when there is none.</summary>
    internal TimeSpan LongestSilence
    {
        get
        {
            // They open and close meanwhile: the last may be gone in the middle.
            var (now, first) = (Time.GetTimestamp(), long.MaxValue);
            foreach (var (connection, _) in _open)
                first = Math.Min(first, connection.LastHeard);
            return first < now ? Time.GetElapsedTime(first, now) : TimeSpan.Zero;
        }
    }

    internal void Add(HeardStream connection) => _open.TryAdd(connection, true);

    internal void Remove(HeardStream connection) => _open.TryRemove(connection, out _);
}
