using KubeBuilderNet.Scaffolding.Applying;
using KubeBuilderNet.Scaffolding.Resources;
using KubeBuilderNet.Scaffolding.Yaml;
using YamlDotNet.RepresentationModel;

namespace KubeBuilderNet.Scaffolding.Projects;

/// <summary>The file PROJECT, version 3, in kubebuilder's format. Edits keep what they don't know.</summary>
public static class ProjectFile
{
    /// <summary>The file's name.</summary>
    public const string Path = "PROJECT";

    /// <summary>The layout that says that a project is kbnet's.</summary>
    public const string Layout = "dotnet.kubebuilder.net/v1";

    private const string Version = "3";

    /// <summary>Reads a project's file.</summary>
    /// <exception cref="ScaffoldException">There is none, or it is not ours, or not to be understood.</exception>
    public static Project Load(IFileSystem files)
    {
        if (files.DirectoryExists(Path))
            throw new ScaffoldException($"{Path} is a directory, and must be a file: run kbnet in a project's root");
        if (!files.FileExists(Path))
            throw new ScaffoldException($"no {Path} file here: run 'kbnet init' first, or run this in a project's root");
        return Parse(files.ReadText(Path));
    }

    /// <summary>Reads the text of a project's file.</summary>
    public static Project Parse(string text)
    {
        var root = new YamlDocumentText(Path, text).Root;
        var version = YamlDocumentText.FindText(root, "version");
        if (version != Version)
            throw new ScaffoldException($"{Path}: version is '{version}', and this kbnet reads '{Version}': use another kbnet, or mend the file");
        var layout = YamlDocumentText.Find(root, "layout");
        var layouts = layout is YamlSequenceNode list ? list.Children.Select(Text) : [Text(layout)];
        if (!layouts.Contains(Layout, StringComparer.Ordinal))
            throw new ScaffoldException($"{Path}: layout is not '{Layout}', so another tool made this project: run kbnet in one of its own");
        return new Project(
            YamlDocumentText.FindText(root, "domain") ?? "",
            Required(root, "projectName"),
            Required(root, "repo"),
            YamlDocumentText.FindText(root, "multigroup") == "true",
            [.. Items(root).Select(ToResource)]);
    }

    /// <summary>The text with a resource in it: a new entry, or the fields that the entry lacks.</summary>
    public static string WithResource(string text, Resource resource, string classNamespace, bool api, bool controller)
    {
        var file = new YamlDocumentText(Path, text);
        var entry = FindEntry(file, resource);
        if (entry is null)
        {
            file.AppendBlock("resources", [.. Entry(resource, classNamespace, api, controller)]);
            return file.ToString();
        }
        if (api && YamlDocumentText.Find(entry, "api") is null)
            file.AddToItem(entry, "api", [.. Api(resource)]);
        entry = FindEntry(file, resource)!;
        if (controller && YamlDocumentText.FindText(entry, "controller") != "true" && YamlDocumentText.Find(entry, "controllers") is null)
            file.AddToItem(entry, "controller", ["controller: true"]);
        return file.ToString();
    }

    private static YamlMappingNode? FindEntry(YamlDocumentText file, Resource resource) => Items(file.Root).FirstOrDefault(item =>
        ToResource(item).Resource is var other && other.HasSameKind(resource) && other.Version == resource.Version);

    private static IEnumerable<string> Entry(Resource resource, string classNamespace, bool api, bool controller)
    {
        if (api)
        {
            foreach (var line in Api(resource))
                yield return line;
        }
        if (controller)
            yield return "controller: true";
        if (resource.Domain.Length > 0)
            yield return $"domain: {Quoted(resource.Domain)}";
        if (resource.Group.Length > 0)
            yield return $"group: {Quoted(resource.Group)}";
        yield return $"kind: {Quoted(resource.Kind)}";
        yield return $"path: {classNamespace}";
        if (resource.HasIrregularPlural)
            yield return $"plural: {Quoted(resource.Plural)}";
        yield return $"version: {Quoted(resource.Version)}";
    }

    private static IEnumerable<string> Api(Resource resource) =>
        resource.Namespaced ? ["api:", "  crdVersion: v1", "  namespaced: true"] : ["api:", "  crdVersion: v1"];

    // A kind "Y" or a group "on" is a boolean to other readers when it stands bare.
    private static string Quoted(string text) => YamlText.Plain(text);

    private static IEnumerable<YamlMappingNode> Items(YamlMappingNode? root) => YamlDocumentText.Find(root, "resources") switch
    {
        null or YamlScalarNode { Value: "" or null } => [],
        YamlSequenceNode list when list.Children.All(item => item is YamlMappingNode) => list.Children.Cast<YamlMappingNode>(),
        _ => throw new ScaffoldException($"{Path}: 'resources' must be a list of mappings"),
    };

    private static ProjectResource ToResource(YamlMappingNode item)
    {
        var api = YamlDocumentText.Find(item, "api");
        var kind = Required(item, "kind");
        var resource = new Resource
        {
            Group = YamlDocumentText.FindText(item, "group") ?? "",
            Domain = YamlDocumentText.FindText(item, "domain") ?? "",
            Version = Required(item, "version"),
            Kind = kind,
            Plural = YamlDocumentText.FindText(item, "plural") ?? Resource.DefaultPlural(kind),
            Namespaced = YamlDocumentText.FindText(api, "namespaced") == "true",
        };
        var controller = YamlDocumentText.FindText(item, "controller") == "true" || YamlDocumentText.Find(item, "controllers") is not null;
        return new ProjectResource(resource, api is not null, controller);
    }

    private static string Required(YamlNode? mapping, string key) => YamlDocumentText.FindText(mapping, key) is { Length: > 0 } value
        ? value
        : throw new ScaffoldException($"{Path}: '{key}' is missing: add it");

    private static string Text(YamlNode? node) => (node as YamlScalarNode)?.Value ?? "";
}
