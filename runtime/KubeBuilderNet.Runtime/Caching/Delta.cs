namespace KubeBuilderNet.Caching;

/// <summary>What happened to an object, as the reflector saw it.</summary>
internal enum DeltaType
{
    Added,
    Updated,
    Deleted,

    /// <summary>It was in a new list: it may be new, changed or as before.</summary>
    Replaced,
}

/// <summary>One change of an object, waiting to be taken into the cache.</summary>
/// <param name="Type">What happened.</param>
/// <param name="Resource">The object after the change; when deleted, the last state that is known.</param>
/// <param name="FinalStateUnknown">The object was missed in a new list: its delete wasn't seen, and the state is an old one.</param>
internal readonly record struct Delta<T>(DeltaType Type, T Resource, bool FinalStateUnknown = false);
