namespace KubeBuilderNet.Demo;

/// <summary>A command that failed, with all that it printed.</summary>
internal sealed class StepFailedException(string message) : Exception(message);
