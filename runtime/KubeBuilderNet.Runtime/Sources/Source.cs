using System.Threading.Channels;
using KubeBuilderNet.Reconciling;

namespace KubeBuilderNet.Sources;

/// <summary>The usual sources besides kinds; <see cref="Controllers.ControllerBuilder.Watches(ISource)"/> takes them.</summary>
public static class Source
{
    /// <summary>Requests that the program itself sends. Follows <c>source.Channel</c>.</summary>
    /// <param name="requests">Read as long as the controller runs; who writes may be held back by its bound.</param>
    public static ISource Channel(ChannelReader<ReconcileRequest> requests) => Channel(requests, static request => [request]);

    /// <summary>Messages that the program itself sends, each of which asks for any number of reconciles.</summary>
    /// <typeparam name="T">The messages' type.</typeparam>
    /// <param name="messages">Read as long as the controller runs; who writes may be held back by its bound.</param>
    /// <param name="map">From a message to requests.</param>
    public static ISource Channel<T>(ChannelReader<T> messages, Func<T, IEnumerable<ReconcileRequest>> map)
    {
        ArgumentNullException.ThrowIfNull(messages);
        ArgumentNullException.ThrowIfNull(map);
        return new ChannelSource<T>(messages, map);
    }

    /// <summary>Asks for the same reconciles again and again, the first time after one period.</summary>
    /// <remarks>For one object <see cref="ReconcileResult.RequeueAfter"/> is simpler. A request that waits already isn't doubled.</remarks>
    /// <param name="period">How often.</param>
    /// <param name="requests">Says for which objects, each time anew; <c>lister.List().Select(...)</c>.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is not above zero.</exception>
    public static ISource Timer(TimeSpan period, Func<IEnumerable<ReconcileRequest>> requests, TimeProvider? time = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(period, TimeSpan.Zero);
        ArgumentNullException.ThrowIfNull(requests);
        return new TimerSource(period, requests, time ?? TimeProvider.System);
    }
}
