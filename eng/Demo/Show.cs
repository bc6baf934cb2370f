using Spectre.Console;

namespace KubeBuilderNet.Demo;

/// <summary>Prints a folder as a tree, and files with their names above them.</summary>
internal static class Show
{
    internal static void Files(string folder)
    {
        var tree = new Tree(Path.GetFileName(folder));
        Add(tree, folder);
        AnsiConsole.Write(tree);
    }

    internal static void File(string path, string relativeTo)
    {
        AnsiConsole.Write(new Rule(Markup.Escape(Path.GetRelativePath(relativeTo, path).Replace('\\', '/'))).LeftJustified());
        AnsiConsole.Write(new Text(System.IO.File.ReadAllText(path)));
    }

    private static void Add(IHasTreeNodes parent, string folder)
    {
        foreach (var child in Directory.EnumerateFileSystemEntries(folder).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(child);
            if (name is "bin" or "obj")
                continue;
            var node = parent.AddNode(Markup.Escape(name));
            if (Directory.Exists(child))
                Add(node, child);
        }
    }
}
