using System.Text.Json;
using KubeBuilderNet.Scaffolding;

namespace KubeBuilderNet.Cli.Building;

/// <summary>Runs <c>dotnet build</c>, and learns from it how to call the compiler without it.</summary>
internal static class BuildDriver
{
    private static readonly string[] Properties =
        ["AssemblyName", "KubeBuilderConfigDirectory", "RoslynTargetsPath", "TargetFrameworks"];

    /// <summary>Builds the project whole, without writing manifests.</summary>
    /// <returns>The compiler's call.</returns>
    /// <exception cref="BuildFailedException">With what the build said.</exception>
    public static async Task<CompilerCall> BuildAsync(UserProject project, CancellationToken cancellationToken)
    {
        // The file that doesn't exist makes the compiler run even when there is nothing to do.
        string[] arguments =
        [
            "build", project.File, "-t:Build", "-nologo", "-v:quiet", "-p:KubeBuilderWriteManifests=false", "-p:ProvideCommandLineArgs=true",
            "-p:NonExistentFile=__kbnet__", "-getItem:CscCommandLineArgs,ProjectReference", $"-getProperty:{string.Join(',', Properties)}",
        ];
        var run = await ProcessRun.OfAsync("dotnet", arguments, project.Folder, cancellationToken);
        var start = StartOfAnswer(run.Output);
        if (run.Code != 0)
            throw new BuildFailedException(run.Error + run.Output[..start]);
        using var answer = JsonDocument.Parse(run.Output.AsMemory(start));
        var property = answer.RootElement.GetProperty("Properties");
        var items = answer.RootElement.GetProperty("Items");
        if (property.GetProperty("TargetFrameworks").GetString() is { Length: > 0 })
            throw new ScaffoldException($"{project.File} has several target frameworks, and manifests are of one: leave only one TargetFramework, or use 'dotnet build'");
        if (property.GetProperty("KubeBuilderConfigDirectory").GetString() is not { Length: > 0 } config)
            throw new ScaffoldException($"{project.File} doesn't use the package KubeBuilderNet, which makes the manifests: add it, or run 'kbnet init' in a new folder");
        var compilerArguments = items.GetProperty("CscCommandLineArgs").EnumerateArray().Select(item => item.GetProperty("Identity").GetString()!).ToList();
        var isPlain = items.GetProperty("ProjectReference").GetArrayLength() == 0 && !HasOddImports(project);
        var roslyn = property.GetProperty("RoslynTargetsPath").GetString()!;
        var compiler = Path.Combine(roslyn, "bincore", "csc.dll");
        return new CompilerCall(
            isPlain && File.Exists(compiler) ? Fingerprint.Of(project, compilerArguments) : "",
            compiler, compilerArguments, property.GetProperty("AssemblyName").GetString()!, config);
    }

    // MSBuild answers after all messages, even when the build failed.
    private static int StartOfAnswer(string output) =>
        output.StartsWith('{') ? 0 : output.IndexOf("\n{", StringComparison.Ordinal) is >= 0 and var before ? before + 1 : output.Length;

    // Files that a project imports by itself may change without anybody seeing it here.
    private static bool HasOddImports(UserProject project) =>
        File.ReadAllText(project.File).Contains("<Import", StringComparison.OrdinalIgnoreCase);
}

/// <summary>The build, or the compiler, found errors.</summary>
/// <param name="output">What it said, as it said it.</param>
internal sealed class BuildFailedException(string output) : Exception("the build failed")
{
    public string Output { get; } = output;
}
