namespace KubeBuilderNet.Queueing;

/// <summary>Measures how long items wait and are worked on. Used inside of the queue's lock.</summary>
internal sealed class WorkClock<T>(WorkTable<T> table, TimeProvider time, IQueueMeter meter)
    where T : notnull
{
    private readonly long _origin = time.GetTimestamp();
    private WorkList _working = new(0);
    private long _begun;

    internal void Added(int index) => table[index].AddedAt = time.GetTimestamp();

    internal void Taken(int index)
    {
        ref var slot = ref table[index];
        slot.TakenAt = time.GetTimestamp();
        _begun += slot.TakenAt - _origin;
        _working.Append(table, index);
        meter.Waited(time.GetElapsedTime(slot.AddedAt, slot.TakenAt));
    }

    internal void Done(int index)
    {
        var taken = table[index].TakenAt;
        _working.Remove(table, index);
        _begun -= taken - _origin;
        meter.Worked(time.GetElapsedTime(taken));
    }

    /// <summary>For how long all that is worked on now has been worked on, together.</summary>
    internal TimeSpan Unfinished() => time.GetElapsedTime(_begun, _working.Count * (time.GetTimestamp() - _origin));

    /// <summary>For how long the oldest of it has been worked on.</summary>
    internal TimeSpan Longest() => _working.Count > 0 ? time.GetElapsedTime(table[_working.First].TakenAt) : TimeSpan.Zero;
}
