using System.CommandLine;
using KubeBuilderNet.Cli.Building;
using KubeBuilderNet.Cli.Output;
using KubeBuilderNet.Scaffolding;

namespace KubeBuilderNet.Cli.Commands;

/// <summary><c>kbnet generate</c>: the C# that the source generators add to a project, for reading.</summary>
internal static class GenerateCommand
{
    private const string Generators = "KubeBuilderNet.Generators";

    public static Command Create(CliEnvironment environment)
    {
        var project = OptionalArgument.Project();
        var output = new Option<string?>("--output") { Description = "The folder for the files. [default: obj/kbnet/generated]" };
        var command = new Command("generate", "Write the C# that the source generators add to the project into a folder, for reading.") { project, output };
        Examples.Add(command, "kbnet generate", "kbnet generate --output ../generated");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var found = UserProject.Find(environment.Folder, parsed.GetValue(project));
            var folder = parsed.GetValue(output) is { } given
                ? Path.GetFullPath(Path.Combine(environment.Folder, given))
                : Path.Combine(found.Cache, "generated");
            RefuseSources(found, folder);
            using var turn = await ProjectTurn.TakeAsync(found, cancellationToken);
            var raw = Path.Combine(found.Cache, "raw");
            // Only what is kbnet's own is cleared: another folder may hold anything.
            foreach (var old in new[] { raw, Path.Combine(found.Cache, "generated") }.Where(Directory.Exists))
                Directory.Delete(old, recursive: true);
            Directory.CreateDirectory(raw);
            await new ManifestBuild(found).RunAsync(raw, cancellationToken);
            foreach (var name in Copy(Path.Combine(raw, Generators), folder))
                environment.Out.WriteLine(Path.GetRelativePath(environment.Folder, Path.Combine(folder, name)).Replace('\\', '/'));
            Directory.Delete(raw, recursive: true);
            return 0;
        });
        return command;
    }

    // A build would compile them a second time.
    private static void RefuseSources(UserProject project, string folder)
    {
        var relative = Path.GetRelativePath(project.Folder, folder);
        var top = relative.Split(Path.DirectorySeparatorChar)[0];
        if (!Path.IsPathRooted(relative) && top is not (".." or "obj" or "bin"))
            throw new ScaffoldException($"--output '{relative}' lies in the project, which would compile the files once more: choose a folder outside, or below obj");
    }

    private static List<string> Copy(string source, string target)
    {
        Directory.CreateDirectory(target);
        var names = new List<string>();
        if (!Directory.Exists(source))
            return names;
        foreach (var file in Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(file);
            File.Copy(file, Path.Combine(target, name), overwrite: true);
            names.Add(name);
        }
        return names;
    }
}
