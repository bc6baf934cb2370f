using k8s;
using k8s.Models;

namespace KubeBuilderNet.Annotations;

/// <summary>Declares a webhook that may refuse objects.</summary>
/// <param name="groups">API groups, comma-separated; empty or <c>core</c> for the core group.</param>
/// <param name="versions">API versions, comma-separated.</param>
/// <param name="resources">Plural names, comma-separated.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Assembly, AllowMultiple = true, Inherited = false)]
public sealed class ValidatingWebhookAttribute(string groups, string versions, string resources) : WebhookAttribute(groups, versions, resources);

/// <summary>Declares a webhook that may refuse objects of one kind: group, version, resource, name and path come from it.</summary>
/// <typeparam name="T">The kind.</typeparam>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Assembly, AllowMultiple = true, Inherited = false)]
public sealed class ValidatingWebhookAttribute<T>() : WebhookAttribute("", "", "")
    where T : IKubernetesObject<V1ObjectMeta>;
