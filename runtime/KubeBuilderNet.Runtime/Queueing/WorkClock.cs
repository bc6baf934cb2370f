namespace KubeBuilderNet.Queueing;

/// <summary>Measures how long items wait and are worked on. Used inside of the queue's lock.</summary>
internal sealed class WorkClock<T>(TimeProvider time, IQueueMeter meter)
{
    private readonly WorkList<T> _working = new(0);
    private readonly long _origin = time.GetTimestamp();
    private long _begun;

    internal void Added(WorkEntry<T> entry) => entry.AddedAt = time.GetTimestamp();

    internal void Taken(WorkEntry<T> entry)
    {
        entry.TakenAt = time.GetTimestamp();
        _begun += entry.TakenAt - _origin;
        _working.Append(entry);
        meter.Waited(time.GetElapsedTime(entry.AddedAt, entry.TakenAt));
    }

    internal void Done(WorkEntry<T> entry)
    {
        _working.Remove(entry);
        _begun -= entry.TakenAt - _origin;
        meter.Worked(time.GetElapsedTime(entry.TakenAt));
    }

    /// <summary>For how long all that is worked on now has been worked on, together.</summary>
    internal TimeSpan Unfinished() => time.GetElapsedTime(_begun, _working.Count * (time.GetTimestamp() - _origin));

    /// <summary>For how long the oldest of it has been worked on.</summary>
    internal TimeSpan Longest() => _working.First is { } first ? time.GetElapsedTime(first.TakenAt) : TimeSpan.Zero;
}
