namespace KubeBuilderNet.Annotations;

/// <summary>How server-side apply merges an object or a dictionary: <c>x-kubernetes-map-type</c>.</summary>
public enum MapType
{
    /// <summary>Each entry for itself; what Kubernetes does unless told otherwise.</summary>
    Granular = 0,

    /// <summary>As a whole: one owner replaces all of it.</summary>
    Atomic = 1,
}
