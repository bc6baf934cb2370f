namespace KubeBuilderNet.Client.Watching;

/// <summary>One event of a watch.</summary>
/// <param name="Type">What happened.</param>
/// <param name="Resource">The object after the change, or as it last was when deleted; null in bookmarks and when it can't be read.</param>
/// <param name="ResourceVersion">How far the watch is with this event.</param>
/// <param name="Unreadable">Set instead of <paramref name="Resource"/> when the object doesn't fit its class.</param>
/// <typeparam name="T">The objects' class.</typeparam>
public readonly record struct WatchEvent<T>(WatchChangeType Type, T? Resource, string ResourceVersion, UnreadableObject? Unreadable = null)
    where T : class
{
    /// <summary>Whether it is the bookmark that ends what <see cref="WatchOptions.SendInitialEvents"/> asked for.</summary>
    public bool EndsInitialEvents { get; init; }
}
