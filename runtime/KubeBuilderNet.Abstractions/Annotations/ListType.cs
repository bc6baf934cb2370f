namespace KubeBuilderNet.Annotations;

/// <summary>How server-side apply merges a list: <c>x-kubernetes-list-type</c>.</summary>
public enum ListType
{
    /// <summary>As a whole: one owner replaces all of it.</summary>
    Atomic = 0,

    /// <summary>By value: no item occurs twice. Items are scalars.</summary>
    Set = 1,

    /// <summary>By key: items are objects, told apart by some of their properties.</summary>
    Map = 2,
}
