using System.Text.Json.Serialization.Metadata;
using k8s.Models;

namespace KubeBuilderNet.Client.Json;

/// <summary>What is changed on every class's contract: nothing is required on reading, and micro-times are told from times.</summary>
internal static class Leniency
{
    internal static void Apply(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
            return;
        var hasMicroTimes = HasMicroTimes(type.Type);
        foreach (var property in type.Properties)
        {
            property.IsRequired = false;
            if (hasMicroTimes && IsMicroTime(property.Name))
                property.CustomConverter = property.PropertyType == typeof(DateTime?) ? new OptionalMicroTimeConverter() : new MicroTimeConverter();
        }
    }

    // KubernetesClient's models say DateTime for both of Kubernetes' times.
    private static bool HasMicroTimes(Type type) =>
        type == typeof(V1LeaseSpec) || type == typeof(V1beta1LeaseCandidateSpec) || type == typeof(V1alpha2LeaseCandidateSpec) ||
        type == typeof(Corev1Event) || type == typeof(Corev1EventSeries) || type == typeof(Eventsv1Event) || type == typeof(Eventsv1EventSeries);

    private static bool IsMicroTime(string name) =>
        name is "acquireTime" or "renewTime" or "pingTime" or "eventTime" or "lastObservedTime";
}
