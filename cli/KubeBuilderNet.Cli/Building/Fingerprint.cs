using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace KubeBuilderNet.Cli.Building;

/// <summary>A hash of all that decides how the compiler is called, apart from what its source files say.</summary>
internal static class Fingerprint
{
    private static readonly string[] OfFoldersAbove =
        ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "Directory.Build.rsp", "global.json", "nuget.config", "NuGet.Config", "NuGet.config", ".editorconfig", ".globalconfig"];

    private static readonly string[] OfVariables = ["Configuration", "Platform", "DOTNET_ROOT", "DOTNET_HOST_PATH", "MSBuildSDKsPath", "MSBUILD_EXE_PATH"];

    private static readonly EnumerationOptions SkippingHidden = new() { RecurseSubdirectories = false, AttributesToSkip = FileAttributes.System };

    /// <summary>The fingerprint of a project as it is now.</summary>
    /// <param name="project">The project.</param>
    /// <param name="arguments">The compiler's arguments: the references and analyzers among them count too.</param>
    public static string Of(UserProject project, IReadOnlyList<string> arguments)
    {
        var text = new StringBuilder(64 * 1024);
        text.Append(typeof(Fingerprint).Module.ModuleVersionId.ToString("N")).Append('\n');
        foreach (var variable in OfVariables)
            text.Append(Environment.GetEnvironmentVariable(variable)).Append('\n');
        Add(text, project.File);
        Add(text, project.File + ".user");
        Add(text, Path.Combine(project.Folder, "obj", "project.assets.json"));
        for (var folder = project.Folder; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            foreach (var name in OfFoldersAbove)
                Add(text, Path.Combine(folder, name));
        }
        foreach (var argument in arguments)
            AddInput(text, project, argument);
        AddSources(text, project.Folder, isRoot: true);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    // Sources by their names only: what they say is the compiler's to read.
    private static void AddSources(StringBuilder text, string folder, bool isRoot)
    {
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", SkippingHidden).OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            if (entry is FileInfo)
            {
                if (entry.Name.EndsWith(".cs", StringComparison.OrdinalIgnoreCase))
                    text.Append(entry.FullName).Append('\n');
            }
            else if (entry.Name[0] != '.' && !(isRoot && entry.Name is "bin" or "obj") && entry.LinkTarget is null)
            {
                AddSources(text, entry.FullName, isRoot: false);
            }
        }
    }

    private static void AddInput(StringBuilder text, UserProject project, string argument)
    {
        foreach (var option in new[] { "/reference:", "/analyzer:", "/analyzerconfig:", "/additionalfile:", "/ruleset:" })
        {
            if (argument.StartsWith(option, StringComparison.OrdinalIgnoreCase))
                Add(text, Path.Combine(project.Folder, argument[option.Length..].Trim('"')));
        }
        // Sources that the build makes: gone after 'dotnet clean'.
        if (argument.StartsWith("obj", StringComparison.Ordinal))
            Add(text, Path.Combine(project.Folder, argument));
    }

    private static void Add(StringBuilder text, string path)
    {
        var file = new FileInfo(path);
        if (file.Exists)
            text.Append(CultureInfo.InvariantCulture, $"{path} {file.Length} {file.LastWriteTimeUtc.Ticks}\n");
    }
}
