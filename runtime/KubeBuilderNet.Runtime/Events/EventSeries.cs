using k8s.Models;

namespace KubeBuilderNet.Events;

/// <summary>One event that was sent, and how often it has come since.</summary>
internal sealed class EventSeries
{
    /// <summary>The event as stored; null when it couldn't be.</summary>
    internal Eventsv1Event? Stored { get; set; }

    /// <summary>How often it happened.</summary>
    internal int Count { get; set; } = 1;

    /// <summary>Of how many times the server knows.</summary>
    internal int Sent { get; set; } = 1;

    internal DateTime LastAt { get; set; }

    internal long LastSeen { get; set; }
}
