using KubeBuilderNet.Scaffolding;

namespace KubeBuilderNet.Cli.Building;

/// <summary>The C# project that a command is about.</summary>
/// <param name="File">Its full path.</param>
internal sealed record UserProject(string File)
{
    public string Folder => Path.GetDirectoryName(File)!;

    /// <summary>Where kbnet keeps what it learned of the project.</summary>
    public string Cache => Path.Combine(Folder, "obj", "kbnet");

    /// <summary>Finds the project: a file, the only one of a folder, or the only one here.</summary>
    /// <exception cref="ScaffoldException">There is none, or there are several.</exception>
    public static UserProject Find(string folder, string? given)
    {
        var path = Path.GetFullPath(Path.Combine(folder, given ?? "."));
        if (System.IO.File.Exists(path))
        {
            return path.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase)
                ? new UserProject(path)
                : throw new ScaffoldException($"{given} is no C# project: name a .csproj file or its folder");
        }
        if (!Directory.Exists(path))
            throw new ScaffoldException($"there is no project {given}");
        var projects = Directory.GetFiles(path, "*.csproj");
        return projects switch
        {
            [var only] => new UserProject(only),
            [] => throw new ScaffoldException(given is null ? "there is no .csproj here: run this in a project's folder, or name the project" : $"there is no .csproj in {given}"),
            _ => throw new ScaffoldException($"{(given is null ? "this folder" : given)} has several projects: name one of {string.Join(", ", projects.Select(Path.GetFileName).Order(StringComparer.Ordinal))}"),
        };
    }
}
