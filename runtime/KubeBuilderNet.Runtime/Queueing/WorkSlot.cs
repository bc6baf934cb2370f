namespace KubeBuilderNet.Queueing;

/// <summary>What a queue knows of one item that waits, is worked on, or both.</summary>
internal struct WorkSlot<T>
{
    internal T Item;
    internal int Hash;

    /// <summary>The next slot whose item has the same head, or the next free one.</summary>
    internal int Chained;

    /// <summary>The neighbours in the list it is in: of those that wait at its priority, or of those that are worked on.</summary>
    internal int Before;
    internal int After;

    /// <summary>At which priority it waits, or will wait once the work on it is done.</summary>
    internal int Priority;
    internal WorkState State;

    /// <summary>Since when it has waited, or been worked on; while it is measured.</summary>
    internal long AddedAt;
    internal long TakenAt;
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
