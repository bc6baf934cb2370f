namespace KubeBuilderNet;

/// <summary>Names a resource as the paths of the API do: <c>apps/v1, Resource=deployments</c>.</summary>
/// <remarks>Follows <c>k8s.io/apimachinery/pkg/runtime/schema.GroupVersionResource</c>. The core group is the empty string.</remarks>
/// <param name="Group">The API group, empty for the core group.</param>
/// <param name="Version">The version within the group, such as <c>v1</c>.</param>
/// <param name="Resource">The resource's plural in lower case, such as <c>deployments</c>.</param>
public readonly record struct GroupVersionResource(string Group, string Version, string Resource)
{
    /// <summary>The <c>apiVersion</c> that its objects carry: <c>group/version</c>, or the version alone in the core group.</summary>
    public string ApiVersion => string.IsNullOrEmpty(Group) ? Version : $"{Group}/{Version}";

    /// <summary>The form that Kubernetes logs: <c>group/version, Resource=resource</c>.</summary>
    public override string ToString() => $"{ApiVersion}, Resource={Resource}";
}
