namespace KubeBuilderNet.PackageTests.Tutorials;

/// <summary>What a reader of a tutorial does next, as a fenced block says it.</summary>
/// <param name="Line">Where the block begins.</param>
/// <param name="Action">What is to be done with its text.</param>
/// <param name="NeedsCluster">Whether it takes an API server.</param>
/// <param name="Path">The file that is written; else empty.</param>
/// <param name="Text">The lines between the fences, each with its end.</param>
internal sealed record TutorialStep(int Line, TutorialAction Action, bool NeedsCluster, string Path, string Text)
{
    internal IEnumerable<string> Lines => Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

internal enum TutorialAction
{
    /// <summary><c>sh run</c>: commands, one a line, each of which succeeds.</summary>
    Run,

    /// <summary><c>sh retry</c>: a command that is run until its answer is what the next block shows.</summary>
    Retry,

    /// <summary><c>sh start</c>: a program that goes on while the tutorial does.</summary>
    Start,

    /// <summary><c>LANGUAGE file=PATH</c>: a whole file.</summary>
    Write,

    /// <summary><c>console check</c>: lines that the last command printed; … stands for anything.</summary>
    Check,
}
