using System.Text.Json;
using KubeBuilderNet.Scaffolding;

namespace KubeBuilderNet.Cli.Building;

/// <summary>What is built or tested: the solution here, else the project here.</summary>
internal static class BuildTarget
{
    /// <summary>The file that <c>dotnet build</c> gets.</summary>
    /// <param name="folder">The command's folder.</param>
    /// <param name="given">A project or solution, or the folder of one; null for what is here.</param>
    /// <exception cref="ScaffoldException">There is none, or there are several.</exception>
    public static string Find(string folder, string? given)
    {
        var path = Path.GetFullPath(Path.Combine(folder, given ?? "."));
        if (File.Exists(path) && IsSolution(path))
            return path;
        if (Directory.Exists(path) && Directory.GetFiles(path).Where(IsSolution).ToArray() is [_, ..] solutions)
        {
            return solutions is [var only] ? only : throw new ScaffoldException(
                $"{given ?? "this folder"} has several solutions: name one of {string.Join(", ", solutions.Select(Path.GetFileName).Order(StringComparer.Ordinal))} with --project");
        }
        return UserProject.Find(folder, given).File;
    }

    /// <summary>How <c>dotnet test</c> is told which file: Microsoft's testing platform wants a flag for it, its older runner none.</summary>
    public static IReadOnlyList<string> TestArguments(string file) =>
        !UsesTestingPlatform(Path.GetDirectoryName(file)!) ? [file] : [IsSolution(file) ? "--solution" : "--project", file];

    private static bool IsSolution(string path) => Path.GetExtension(path) is ".sln" or ".slnx";

    // The nearest global.json decides, as for dotnet itself.
    private static bool UsesTestingPlatform(string folder)
    {
        for (var parent = folder; parent is not null; parent = Path.GetDirectoryName(parent))
        {
            var path = Path.Combine(parent, "global.json");
            if (!File.Exists(path))
                continue;
            try
            {
                using var text = JsonDocument.Parse(File.ReadAllText(path), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
                return text.RootElement.TryGetProperty("test", out var test) && test.TryGetProperty("runner", out var runner)
                    && runner.GetString() == "Microsoft.Testing.Platform";
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException)
            {
                throw new ScaffoldException($"{path}: {e.Message}", e);
            }
        }
        return false;
    }
}
