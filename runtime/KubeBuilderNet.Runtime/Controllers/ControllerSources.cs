using KubeBuilderNet.Sources;

namespace KubeBuilderNet.Controllers;

/// <summary>All that tells one controller of changes.</summary>
/// <param name="Kinds">The kinds that it watches.</param>
/// <param name="Others">What else asks for reconciles.</param>
internal sealed record ControllerSources(IReadOnlyList<KindSource> Kinds, IReadOnlyList<ISource> Others)
{
    internal static ControllerSources None { get; } = new([], []);
}
