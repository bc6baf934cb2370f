namespace KubeBuilderNet.Queueing;

/// <summary>What a queue knows of one item that waits, is worked on, or both.</summary>
internal sealed class WorkEntry<T>
{
    internal required T Item;
    internal WorkState State;

    /// <summary>At which priority it waits, or will wait once the work on it is done.</summary>
    internal int Priority;

    /// <summary>When it began to wait; while it is measured.</summary>
    internal long AddedAt;

    /// <summary>When the work on it began; while it is measured.</summary>
    internal long TakenAt;

    /// <summary>The list it is in: of those that wait at its priority, or of those that are worked on.</summary>
    internal WorkList<T>? List;
    internal WorkEntry<T>? Before;
    internal WorkEntry<T>? Next;
}

[Flags]
internal enum WorkState : byte
{
    None = 0,

    /// <summary>It is to be worked on.</summary>
    Dirty = 1,

    /// <summary>It is worked on.</summary>
    Processing = 2,
}
