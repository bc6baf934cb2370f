using System.Xml.Linq;

namespace KubeBuilderNet.LayeringTests;

/// <summary>What is in the checkout: projects and sources.</summary>
internal static class Repository
{
    /// <summary>The product's projects: name and the file.</summary>
    internal static IReadOnlyDictionary<string, string> Products { get; } = Projects("generators", "runtime", "cli");

    internal static IReadOnlyDictionary<string, string> Projects(params string[] folders) => folders
        .Select(folder => Checkout.PathOf(folder))
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*.csproj", SearchOption.AllDirectories))
        .ToDictionary(file => Path.GetFileNameWithoutExtension(file));

    internal static IEnumerable<string> References(string project) => XDocument.Load(project)
        .Descendants("ProjectReference")
        .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));

    /// <summary>Source files below a folder, build output left out.</summary>
    internal static IEnumerable<string> Sources(params string[] folders) => folders
        .Select(folder => Checkout.PathOf(folder))
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
        .Where(file => !IsOutput(Path.GetRelativePath(Checkout.Root, file)));

    private static bool IsOutput(string relative) =>
        relative.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "artifacts");
}
