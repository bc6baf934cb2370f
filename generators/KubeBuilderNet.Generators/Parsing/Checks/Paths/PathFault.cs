using KubeBuilderNet.Generators.Diagnostics;

namespace KubeBuilderNet.Generators.Parsing.Checks.Paths;

/// <summary>What is wrong with a path into objects.</summary>
/// <param name="Text">What is wrong.</param>
/// <param name="IsRefused">Whether API servers refuse it; else they accept it, and it does nothing.</param>
internal sealed record PathFault(string Text, bool IsRefused)
{
    public Replacement? Replacement { get; init; }
}
