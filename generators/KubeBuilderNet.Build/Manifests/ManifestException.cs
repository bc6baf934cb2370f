namespace KubeBuilderNet.Build.Manifests;

/// <summary>A manifest that can't be written, in words for the build's error list.</summary>
internal sealed class ManifestException(string message) : Exception(message);
