namespace KubeBuilderNet;

/// <summary>Names a type of object as Kubernetes does: <c>apps.baihl.io/v1beta1, Kind=HTTPClient</c>.</summary>
/// <remarks>Follows <c>k8s.io/apimachinery/pkg/runtime/schema.GroupVersionKind</c>. The core group is the empty string.</remarks>
/// <param name="Group">The API group, empty for the core group.</param>
/// <param name="Version">The version within the group, such as <c>v1beta1</c>.</param>
/// <param name="Kind">The kind in UpperCamelCase, such as <c>HTTPClient</c>.</param>
public readonly record struct GroupVersionKind(string Group, string Version, string Kind)
{
    /// <summary>The <c>apiVersion</c> that objects of this kind carry: <c>group/version</c>, or the version alone in the core group.</summary>
    public string ApiVersion => string.IsNullOrEmpty(Group) ? Version : $"{Group}/{Version}";

    /// <summary>Splits an object's <c>apiVersion</c> and kind.</summary>
    /// <param name="apiVersion"><c>v1</c> or <c>group/version</c>.</param>
    /// <param name="kind">The object's kind.</param>
    /// <exception cref="FormatException"><paramref name="apiVersion"/> is empty or has more than one slash.</exception>
    public static GroupVersionKind Parse(string apiVersion, string kind)
    {
        ArgumentNullException.ThrowIfNull(apiVersion);
        ArgumentNullException.ThrowIfNull(kind);
        return apiVersion.Split('/') switch
        {
            [{ Length: > 0 } version] => new GroupVersionKind("", version, kind),
            [{ Length: > 0 } group, { Length: > 0 } version] => new GroupVersionKind(group, version, kind),
            _ => throw new FormatException($"'{apiVersion}' is not an apiVersion: it must read 'version' or 'group/version'."),
        };
    }

    /// <summary>The form that Kubernetes logs: <c>group/version, Kind=kind</c>.</summary>
    public override string ToString() => $"{ApiVersion}, Kind={Kind}";
}
