namespace KubeBuilderNet.Build.Manifests;

/// <summary>One generated file: where it goes below the config folder, and its objects as compact JSON.</summary>
internal sealed record Manifest(string Path, string Json);
