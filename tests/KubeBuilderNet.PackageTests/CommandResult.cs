namespace KubeBuilderNet.PackageTests;

/// <summary>What a command answered.</summary>
internal sealed record CommandResult(string Command, int ExitCode, string Output, string Errors)
{
    internal CommandResult Succeeded()
    {
        Assert.True(ExitCode == 0, $"{Command} ended with {ExitCode}:\n{Output}\n{Errors}");
        return this;
    }

    internal CommandResult Failed()
    {
        Assert.True(ExitCode != 0, $"{Command} should have failed:\n{Output}");
        return this;
    }
}
