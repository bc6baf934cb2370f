using System.Globalization;
using KubeBuilderNet.Scaffolding.Plugins;
using KubeBuilderNet.Scaffolding.Yaml;
using YamlDotNet.RepresentationModel;

namespace KubeBuilderNet.Scaffolding.Projects;

/// <summary>Changes of the file PROJECT. Each gives the new text, and keeps what it doesn't know.</summary>
public static class ProjectEdits
{
    /// <summary>The text with a kind as it is now: a new entry, or the fields of the entry that differ.</summary>
    public static string With(string text, ProjectResource resource)
    {
        var file = new YamlDocumentText(ProjectFile.Path, text);
        if (Entry(file, resource) is not { } before)
        {
            file.AppendBlock("resources", [.. Fields(resource).SelectMany(field => field.Value)]);
            return file.ToString();
        }
        var (old, now) = (Fields(ProjectFile.ToResource(before)), Fields(resource));
        foreach (var key in old.Keys.Union(now.Keys))
        {
            if (!old.TryGetValue(key, out var was) || !now.TryGetValue(key, out var isNow) || !was.SequenceEqual(isNow))
                file.Set(Entry(file, resource), key, now.GetValueOrDefault(key));
        }
        return file.ToString();
    }

    /// <summary>The text without a kind.</summary>
    public static string Without(string text, ProjectResource resource)
    {
        var file = new YamlDocumentText(ProjectFile.Path, text);
        if (Entry(file, resource) is { } entry)
            file.RemoveItem("resources", entry);
        if (YamlDocumentText.Find(file.Root, "resources") is YamlSequenceNode { Children.Count: 0 })
            file.Set(file.Root, "resources", null);
        return file.ToString();
    }

    /// <summary>The text without what it says of a kind's webhooks.</summary>
    public static string WithoutWebhooks(string text, ProjectResource resource)
    {
        var file = new YamlDocumentText(ProjectFile.Path, text);
        file.Set(Entry(file, resource), "webhooks", null);
        return file.ToString();
    }

    /// <summary>The text with a switch at its top; one that is off isn't written.</summary>
    public static string WithSwitch(string text, string key, bool isOn)
    {
        var file = new YamlDocumentText(ProjectFile.Path, text);
        file.Set(file.Root, key, isOn ? [$"{key}: true"] : null);
        return file.ToString();
    }

    /// <summary>The text with the kinds that the plug-in deploy-image made.</summary>
    public static string WithDeployImages(string text, IReadOnlyList<DeployImage> images) =>
        WithPlugin(text, Plugin.DeployImage, images.Count == 0 ? null : ["resources:", .. images.SelectMany(Lines)]);

    /// <summary>The text with what the plug-in helm was told.</summary>
    public static string WithHelm(string text, HelmSettings helm) =>
        WithPlugin(text, Plugin.Helm, [$"manifests: {YamlText.Of(helm.Manifests)}", $"output: {YamlText.Of(helm.Output)}"]);

    private static string WithPlugin(string text, Plugin plugin, IReadOnlyList<string>? lines)
    {
        var file = new YamlDocumentText(ProjectFile.Path, text);
        List<string>? block = lines is null ? null : [$"{plugin.Key}:", .. lines.Select(line => "  " + line)];
        if (YamlDocumentText.Find(file.Root, "plugins") is not YamlMappingNode { Children.Count: > 0 } plugins)
            file.Set(file.Root, "plugins", block is null ? null : ["plugins:", .. block.Select(line => "  " + line)]);
        else if (block is null && plugins.Children.Keys.All(key => key is YamlScalarNode { Value: { } name } && name == plugin.Key))
            file.Set(file.Root, "plugins", null);
        else
            file.Set(plugins, plugin.Key, block);
        return file.ToString();
    }

    private static YamlMappingNode? Entry(YamlDocumentText file, ProjectResource resource) =>
        ProjectFile.Items(file.Root, "resources").FirstOrDefault(item => ProjectFile.ToResource(item).Resource.Is(resource.Resource));

    private static SortedDictionary<string, string[]> Fields(ProjectResource entry)
    {
        var resource = entry.Resource;
        var fields = new SortedDictionary<string, string[]>(StringComparer.Ordinal);
        if (entry.HasApi)
            fields["api"] = resource.Namespaced ? ["api:", "  crdVersion: v1", "  namespaced: true"] : ["api:", "  crdVersion: v1"];
        if (entry.Controllers is [var only] && only == ProjectResource.DefaultController(resource.Kind))
            fields["controller"] = ["controller: true"];
        else if (entry.Controllers.Count > 0)
            fields["controllers"] = ["controllers:", .. entry.Controllers.Select(name => $"- name: {YamlText.Of(name)}")];
        if (entry.IsCore)
            fields["core"] = ["core: true"];
        if (entry.IsExternal)
            fields["external"] = ["external: true"];
        foreach (var (key, value) in Texts(entry))
            fields[key] = [$"{key}: {YamlText.Of(value)}"];
        return fields;
    }

    private static IEnumerable<(string Key, string Value)> Texts(ProjectResource entry)
    {
        var resource = entry.Resource;
        if (resource.Domain.Length > 0)
            yield return ("domain", resource.Domain);
        if (resource.Group.Length > 0)
            yield return ("group", resource.Group);
        yield return ("kind", resource.Kind);
        if (entry.Module is { } module)
            yield return ("module", module);
        yield return ("path", entry.Path);
        if (resource.HasIrregularPlural)
            yield return ("plural", resource.Plural);
        yield return ("version", resource.Version);
    }

    private static IEnumerable<string> Lines(DeployImage image)
    {
        var resource = image.Resource;
        List<string> fields = [];
        if (resource.Domain.Length > 0)
            fields.Add($"domain: {YamlText.Of(resource.Domain)}");
        if (resource.Group.Length > 0)
            fields.Add($"group: {YamlText.Of(resource.Group)}");
        fields.AddRange([$"kind: {YamlText.Of(resource.Kind)}", "options:"]);
        if (image.Command.Length > 0)
            fields.Add($"  containerCommand: {YamlText.Of(image.Command)}");
        if (image.Port is { } port)
            fields.Add(string.Create(CultureInfo.InvariantCulture, $"  containerPort: \"{port}\""));
        fields.Add($"  image: {YamlText.Of(image.Image)}");
        if (image.RunAsUser is { } user)
            fields.Add(string.Create(CultureInfo.InvariantCulture, $"  runAsUser: \"{user}\""));
        fields.Add($"version: {YamlText.Of(resource.Version)}");
        return fields.Select((line, i) => (i == 0 ? "- " : "  ") + line);
    }
}
