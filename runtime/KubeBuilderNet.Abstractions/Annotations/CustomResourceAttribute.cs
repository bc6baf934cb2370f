namespace KubeBuilderNet.Annotations;

/// <summary>Makes a class a custom resource: the generator writes its CustomResourceDefinition.</summary>
/// <remarks>
/// The class must be partial and derive from <see cref="CustomResource{TSpec}"/> or <see cref="CustomResource{TSpec, TStatus}"/>.
/// Follows the markers <c>+groupName</c>, <c>+versionName</c> and <c>+kubebuilder:resource</c>.
/// </remarks>
/// <param name="group">The whole API group with its domain, such as <c>apps.baihl.io</c>.</param>
/// <param name="version">The version, such as <c>v1beta1</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class CustomResourceAttribute(string group, string version) : Attribute
{
    /// <summary>The whole API group with its domain.</summary>
    public string Group { get; } = group;

    /// <summary>The version.</summary>
    public string Version { get; } = version;

    /// <summary>The kind.</summary>
    /// <value>Default: the name of the class.</value>
    public string? Kind { get; set; }

    /// <summary>The name in paths, lower case.</summary>
    /// <value>Default: the English plural of the kind, as controller-gen makes it.</value>
    public string? Plural { get; set; }

    /// <summary>The singular for command lines, lower case.</summary>
    /// <value>Default: the kind in lower case. An empty text leaves it to the API server.</value>
    public string? Singular { get; set; }

    /// <summary>The kind of lists of it.</summary>
    /// <value>Default: the kind with <c>List</c>. An empty text leaves it to the API server.</value>
    public string? ListKind { get; set; }

    /// <summary>Short names for command lines, such as <c>hc</c>.</summary>
    public string[] ShortNames { get; set; } = [];

    /// <summary>Groups such as <c>all</c> that <c>kubectl get</c> lists the objects in.</summary>
    public string[] Categories { get; set; } = [];

    /// <summary>Whether objects live in namespaces.</summary>
    /// <value>Default: <see cref="ResourceScope.Namespaced"/>.</value>
    public ResourceScope Scope { get; set; }

    /// <summary>Whether the status is a subresource of its own.</summary>
    /// <value>Default: true where there is a status.</value>
    public bool StatusSubresource { get; set; } = true;

    /// <summary>Whether <c>subresources: {}</c> is written where there is no subresource, which changes nothing.</summary>
    /// <value>Default: where there are print columns, as controller-gen does it.</value>
    public bool EmptySubresources { get; set; }
}
