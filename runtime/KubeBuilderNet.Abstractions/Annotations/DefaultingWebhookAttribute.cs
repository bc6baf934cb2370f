using k8s;
using k8s.Models;

namespace KubeBuilderNet.Annotations;

/// <summary>Declares a webhook that fills in or changes objects.</summary>
/// <param name="groups">API groups, comma-separated; empty or <c>core</c> for the core group.</param>
/// <param name="versions">API versions, comma-separated.</param>
/// <param name="resources">Plural names, comma-separated.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Assembly, AllowMultiple = true, Inherited = false)]
public sealed class DefaultingWebhookAttribute(string groups, string versions, string resources) : WebhookAttribute(groups, versions, resources)
{
    /// <summary>Whether it is called again when a later webhook changed the object.</summary>
    /// <value>Default: nothing is written, which means <see cref="ReinvocationPolicy.Never"/>.</value>
    public ReinvocationPolicy ReinvocationPolicy { get; set; }
}

/// <summary>Declares a webhook that fills in or changes objects of one kind: group, version, resource, name and path come from it.</summary>
/// <typeparam name="T">The kind.</typeparam>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Assembly, AllowMultiple = true, Inherited = false)]
public sealed class DefaultingWebhookAttribute<T>() : WebhookAttribute("", "", "")
    where T : IKubernetesObject<V1ObjectMeta>
{
    /// <summary>Whether it is called again when a later webhook changed the object.</summary>
    /// <value>Default: nothing is written, which means <see cref="ReinvocationPolicy.Never"/>.</value>
    public ReinvocationPolicy ReinvocationPolicy { get; set; }
}
