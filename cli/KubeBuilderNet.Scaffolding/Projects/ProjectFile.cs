using System.Globalization;
using KubeBuilderNet.Scaffolding.Applying;
using KubeBuilderNet.Scaffolding.Plugins;
using KubeBuilderNet.Scaffolding.Resources;
using KubeBuilderNet.Scaffolding.Yaml;
using YamlDotNet.RepresentationModel;

namespace KubeBuilderNet.Scaffolding.Projects;

/// <summary>The file PROJECT, version 3, in kubebuilder's format. <see cref="ProjectEdits"/> changes it.</summary>
public static class ProjectFile
{
    /// <summary>The file's name.</summary>
    public const string Path = "PROJECT";

    /// <summary>The version of the format.</summary>
    public const string Version = "3";

    /// <summary>The layout that says that a project is kbnet's.</summary>
    public const string Layout = "dotnet.kubebuilder.net/v1";

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
        var plugins = YamlDocumentText.Find(root, "plugins");
        var resources = Items(root, "resources").Select(ToResource).ToList();
        return new Project
        {
            Domain = YamlDocumentText.FindText(root, "domain") ?? "",
            Name = Required(root, "projectName"),
            RootNamespace = Required(root, "repo"),
            MultiGroup = IsTrue(root, "multigroup"),
            Namespaced = IsTrue(root, "namespaced"),
            Resources = resources,
            DeployImages = [.. Items(YamlDocumentText.Find(plugins, Plugin.DeployImage.Key), "resources").Select(item => ToDeployImage(item, resources))],
            Helm = YamlDocumentText.Find(plugins, Plugin.Helm.Key) is { } helm ? ToHelm(helm) : null,
        };
    }

    internal static IEnumerable<YamlMappingNode> Items(YamlNode? mapping, string key) => YamlDocumentText.Find(mapping, key) switch
    {
        null or YamlScalarNode { Value: "" or null } => [],
        YamlSequenceNode list when list.Children.All(item => item is YamlMappingNode) => list.Children.Cast<YamlMappingNode>(),
        _ => throw new ScaffoldException($"{Path}: '{key}' must be a list of mappings"),
    };

    internal static ProjectResource ToResource(YamlMappingNode item)
    {
        var api = YamlDocumentText.Find(item, "api");
        var resource = ToKind(item) with { Namespaced = api is null || IsTrue(api, "namespaced") };
        return new ProjectResource
        {
            Resource = resource,
            Path = YamlDocumentText.FindText(item, "path") ?? "",
            HasApi = api is not null,
            Controllers = ToControllers(item, resource.Kind),
            IsExternal = IsTrue(item, "external"),
            IsCore = IsTrue(item, "core"),
            Module = YamlDocumentText.FindText(item, "module"),
            HasWebhooks = YamlDocumentText.Find(item, "webhooks") is YamlMappingNode,
        };
    }

    private static Resource ToKind(YamlMappingNode item)
    {
        var kind = Required(item, "kind");
        return new Resource
        {
            Group = YamlDocumentText.FindText(item, "group") ?? "",
            Domain = YamlDocumentText.FindText(item, "domain") ?? "",
            Version = Required(item, "version"),
            Kind = kind,
            Plural = YamlDocumentText.FindText(item, "plural") ?? Resource.DefaultPlural(kind),
        };
    }

    private static List<string> ToControllers(YamlMappingNode item, string kind)
    {
        var named = Items(item, "controllers").Select(controller => Required(controller, "name")).ToList();
        if (named.Count == 0 && IsTrue(item, "controller"))
            named.Add(ProjectResource.DefaultController(kind));
        return named;
    }

    private static DeployImage ToDeployImage(YamlMappingNode item, List<ProjectResource> resources)
    {
        var kind = ToKind(item);
        var options = YamlDocumentText.Find(item, "options");
        return new DeployImage(
            resources.Find(entry => entry.Resource.Is(kind))?.Resource ?? kind,
            Required(options, "image"),
            YamlDocumentText.FindText(options, "containerCommand") ?? "",
            (int?)Number(options, "containerPort"),
            Number(options, "runAsUser"));
    }

    private static HelmSettings ToHelm(YamlNode helm)
    {
        var defaults = new HelmSettings();
        return new HelmSettings(YamlDocumentText.FindText(helm, "manifests") ?? defaults.Manifests, YamlDocumentText.FindText(helm, "output") ?? defaults.Output);
    }

    private static long? Number(YamlNode? mapping, string key) => YamlDocumentText.FindText(mapping, key) switch
    {
        null or "" => null,
        var text when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        var text => throw new ScaffoldException($"{Path}: '{key}' is '{text}', and must be a number"),
    };

    private static bool IsTrue(YamlNode? mapping, string key) => YamlDocumentText.FindText(mapping, key) == "true";

    private static string Required(YamlNode? mapping, string key) => YamlDocumentText.FindText(mapping, key) is { Length: > 0 } value
        ? value
        : throw new ScaffoldException($"{Path}: '{key}' is missing: add it");

    private static string Text(YamlNode? node) => (node as YamlScalarNode)?.Value ?? "";
}
