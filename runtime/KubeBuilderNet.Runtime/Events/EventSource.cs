using System.Reflection;
using k8s.Models;

namespace KubeBuilderNet.Events;

/// <summary>In whose name events are recorded, and how they are called.</summary>
internal sealed class EventSource(string controller, string instance, TimeProvider time)
{
    private const int MaxName = 253;
    private const string Default = "default";
    private const string System = "kube-system";
    private string _clusterNamespace = Default;
    private long _last;

    /// <summary>This program, in this pod.</summary>
    internal static EventSource OfProgram(TimeProvider time)
    {
        var name = Name(Assembly.GetEntryAssembly()?.GetName().Name ?? "operator", 63);
        return new EventSource(name, Text.Cut($"{name}-{Environment.MachineName}", 128), time);
    }

    internal Eventsv1Event New(in Occurrence occurrence) => new()
    {
        Metadata = new V1ObjectMeta
        {
            Name = NameOf(occurrence.Regarding.Name),
            NamespaceProperty = occurrence.Regarding.Namespace.Length > 0 ? occurrence.Regarding.Namespace : _clusterNamespace,
        },
        EventTime = time.GetUtcNow().UtcDateTime,
        Type = occurrence.Type.ToString(),
        Reason = occurrence.Reason,
        Action = occurrence.Action,
        Note = occurrence.Note,
        Regarding = occurrence.Regarding.ToModel(),
        Related = occurrence.Related?.ToModel(),
        ReportingController = controller,
        ReportingInstance = instance,
    };

    /// <summary>Whether a refused event may be tried again in another namespace: before 1.21 servers take those of cluster-scoped objects in kube-system only.</summary>
    internal bool TryMove(Eventsv1Event refused)
    {
        if (refused.Regarding.NamespaceProperty is not null || refused.Metadata.NamespaceProperty == System)
            return false;
        refused.Metadata.NamespaceProperty = _clusterNamespace = System;
        return true;
    }

    // As client-go: the object's name and a time that no other event has. Roles and the like have names that an event's can't be.
    private string NameOf(string regarding)
    {
        _last = Math.Max(_last + 1, time.GetUtcNow().UtcTicks - DateTime.UnixEpoch.Ticks);
        var suffix = FormattableString.Invariant($".{_last * 100:x}");
        return Name(regarding.ToLowerInvariant(), MaxName - suffix.Length) + suffix;
    }

    private static string Name(string text, int length)
    {
        var name = string.Concat(text.Select(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' ? c : '-'));
        return Text.Cut(name, length).Trim('-', '.') is { Length: > 0 } trimmed ? trimmed : "event";
    }
}
