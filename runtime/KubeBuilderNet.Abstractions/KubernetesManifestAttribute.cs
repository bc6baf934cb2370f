namespace KubeBuilderNet;

/// <summary>Carries a generated manifest inside the assembly. Written by the source generator, never by hand.</summary>
/// <remarks>
/// After each build the package's MSBuild task writes the manifests below the project's <c>config</c> folder as YAML; a program
/// can read the same bytes to install its own definitions.
/// </remarks>
/// <param name="path">Where the manifest goes, relative to the config folder, with <c>/</c>: <c>crd/bases/group_plural.yaml</c>.</param>
/// <param name="json">The objects as compact JSON: one object, or an array for a file of several documents.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class KubernetesManifestAttribute(string path, string json) : Attribute
{
    /// <summary>Where the manifest goes, relative to the config folder.</summary>
    public string Path { get; } = path;

    /// <summary>The objects as compact JSON.</summary>
    public string Json { get; } = json;
}
