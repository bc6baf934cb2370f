namespace KubeBuilderNet.Runtime.Tests;

/// <summary>The process has one exit code: tests that look at it run one after the other.</summary>
internal static class ExitCode
{
    internal const string Collection = "exit code";
}
