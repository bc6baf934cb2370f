using k8s;
using k8s.Models;

namespace KubeBuilderNet.Events;

/// <summary>The short forms of <see cref="IEventRecorder.Record"/>.</summary>
public static class EventRecorderExtensions
{
    /// <summary>Records that something is as it should be: <c>recorder.Normal(captain, "Created", "CreateDeployment", "Created deployment x")</c>.</summary>
    public static void Normal(this IEventRecorder recorder, IKubernetesObject<V1ObjectMeta> regarding, string reason, string action, string note,
        IKubernetesObject<V1ObjectMeta>? related = null)
    {
        ArgumentNullException.ThrowIfNull(recorder);
        recorder.Record(EventType.Normal, regarding, reason, action, note, related);
    }

    /// <summary>Records that something needs attention: <c>recorder.Warning(captain, "ImageMissing", "CreateDeployment", e.Message)</c>.</summary>
    public static void Warning(this IEventRecorder recorder, IKubernetesObject<V1ObjectMeta> regarding, string reason, string action, string note,
        IKubernetesObject<V1ObjectMeta>? related = null)
    {
        ArgumentNullException.ThrowIfNull(recorder);
        recorder.Record(EventType.Warning, regarding, reason, action, note, related);
    }
}
