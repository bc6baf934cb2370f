using k8s;
using k8s.Models;

namespace KubeBuilderNet.Events;

/// <summary>Tells users what happens to an object: <c>kubectl describe</c> shows it. Got by dependency injection.</summary>
/// <remarks>
/// Follows client-go's <c>events.EventRecorder</c>; events are of <c>events.k8s.io/v1</c>. Nothing here waits or throws: what can't be
/// recorded is logged and dropped. An event that comes again is counted in the first one's series. An object may have 25 different
/// events at once and one more every 5 minutes.
/// </remarks>
public interface IEventRecorder
{
    /// <summary>Records an event; <see cref="EventRecorderExtensions"/> has the shorter forms.</summary>
    /// <param name="type">Whether somebody should look at it.</param>
    /// <param name="regarding">
    /// The object that it is about, built-in or custom. An event of a cluster-scoped one lies in the namespace <c>default</c>, or <c>kube-system</c> where
    /// the server wants that.
    /// </param>
    /// <param name="reason">Why, as one word that programs compare: <c>ScaledUp</c>. At most 128 letters are kept.</param>
    /// <param name="action">What the operator did or tried, as one word: <c>Scale</c>. At most 128 letters are kept.</param>
    /// <param name="note">What happened, for people. At most 1024 bytes are kept.</param>
    /// <param name="related">Another object that has a part in it; null for none.</param>
    void Record(EventType type, IKubernetesObject<V1ObjectMeta> regarding, string reason, string action, string note,
        IKubernetesObject<V1ObjectMeta>? related = null);
}
