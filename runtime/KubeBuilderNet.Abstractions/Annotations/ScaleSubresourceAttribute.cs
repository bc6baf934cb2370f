namespace KubeBuilderNet.Annotations;

/// <summary>Gives the resource a <c>scale</c> subresource, which <c>kubectl scale</c> and autoscalers use.</summary>
/// <remarks>Follows <c>+kubebuilder:subresource:scale</c>.</remarks>
/// <param name="specPath">Where the wanted number is, below <c>.spec</c>: <c>.spec.replicas</c>.</param>
/// <param name="statusPath">Where the actual number is, below <c>.status</c>: <c>.status.replicas</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ScaleSubresourceAttribute(string specPath, string statusPath) : Attribute
{
    /// <summary>Where the wanted number is.</summary>
    public string SpecPath { get; } = specPath;

    /// <summary>Where the actual number is.</summary>
    public string StatusPath { get; } = statusPath;

    /// <summary>Where the label selector is, as a text, below <c>.spec</c> or <c>.status</c>. Autoscalers of pods need it.</summary>
    public string? SelectorPath { get; set; }
}
