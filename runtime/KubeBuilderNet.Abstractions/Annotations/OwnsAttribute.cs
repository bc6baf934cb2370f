using k8s;
using k8s.Models;

namespace KubeBuilderNet.Annotations;

/// <summary>On a reconciler: its objects own objects of this kind, so a change to one reconciles its owner.</summary>
/// <remarks>Follows controller-runtime's <c>Builder.Owns</c>: the owner is the owner reference with <c>controller: true</c>.</remarks>
/// <typeparam name="T">The kind that is owned, such as <c>V1Deployment</c>.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class OwnsAttribute<T> : Attribute
    where T : IKubernetesObject<V1ObjectMeta>;
