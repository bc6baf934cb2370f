namespace KubeBuilderNet.Client.Watching;

/// <summary>What a watch tells of an object.</summary>
public enum WatchChangeType
{
    /// <summary>It is new, or new to this watch.</summary>
    Added,

    /// <summary>It changed.</summary>
    Modified,

    /// <summary>It is gone.</summary>
    Deleted,

    /// <summary>No object: how far the watch is.</summary>
    Bookmark,
}
