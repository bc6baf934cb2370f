namespace KubeBuilderNet.Scaffolding.Planning;

/// <summary>One file of a plan.</summary>
/// <param name="Path">Relative to the project's root, with '/' on every system.</param>
/// <param name="Kind">What is done.</param>
/// <param name="Before">The text on disk; null when there is no such file.</param>
/// <param name="After">The text when the plan is applied; null when the file is gone then.</param>
public sealed record FileChange(string Path, ChangeKind Kind, string? Before, string? After);
