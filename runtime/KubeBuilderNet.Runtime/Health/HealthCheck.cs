namespace KubeBuilderNet.Health;

/// <summary>One thing that a probe asks about.</summary>
/// <param name="Name">What it is called in answers and paths.</param>
/// <param name="Problem">What is wrong; null when nothing is.</param>
internal readonly record struct HealthCheck(string Name, string? Problem);
