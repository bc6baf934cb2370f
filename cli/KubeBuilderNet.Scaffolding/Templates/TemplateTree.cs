using System.Collections.Concurrent;
using System.Reflection;
using KubeBuilderNet.Scaffolding.Planning;
using Scriban;
using Scriban.Runtime;

namespace KubeBuilderNet.Scaffolding.Templates;

/// <summary>The embedded templates. Their tree is the tree that is written; a name in square brackets in a path is a value's.</summary>
internal static class TemplateTree
{
    private const string Suffix = ".scriban";

    private static readonly ConcurrentDictionary<string, Template> Parsed = new(StringComparer.Ordinal);

    private static readonly Lazy<string[]> Names =
        new(() => [.. Assembly.GetExecutingAssembly().GetManifestResourceNames().Order(StringComparer.Ordinal)]);

    /// <summary>Plans every file of a folder of <c>templates/</c>.</summary>
    /// <param name="plan">Takes the files.</param>
    /// <param name="folder">The folder, such as <c>init</c>.</param>
    /// <param name="values">What templates and paths name.</param>
    public static void Write(PlanBuilder plan, string folder, IReadOnlyDictionary<string, object?> values)
    {
        foreach (var (path, text) in Render(folder, values))
            plan.Write(path, text);
    }

    /// <summary>The files of a folder of <c>templates/</c>; those whose template gives nothing are left out.</summary>
    public static IEnumerable<(string Path, string Text)> Render(string folder, IReadOnlyDictionary<string, object?> values)
    {
        var model = new ScriptObject();
        foreach (var (name, value) in values)
            model[name] = value;
        return Names.Value.Where(name => name.StartsWith(folder + "/", StringComparison.Ordinal))
            .Select(name => (PathOf(name[(folder.Length + 1)..^Suffix.Length], values), RenderOne(name, model)))
            .Where(file => file.Item2.Length > 0);
    }

    private static string RenderOne(string resource, ScriptObject model)
    {
        var context = new TemplateContext { StrictVariables = true, NewLine = "\n", LoopLimit = 10_000 };
        context.PushGlobal(model);
        return Parsed.GetOrAdd(resource, Parse).Render(context);
    }

    private static Template Parse(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"no template {resource}");
        using var reader = new StreamReader(stream);
        var template = Template.Parse(reader.ReadToEnd().ReplaceLineEndings("\n"), resource);
        return template.HasErrors ? throw new InvalidOperationException(template.Messages.ToString()) : template;
    }

    private static string PathOf(string path, IReadOnlyDictionary<string, object?> values)
    {
        foreach (var (name, value) in values)
        {
            if (value is string text)
                path = path.Replace($"[{name}]", text, StringComparison.Ordinal);
        }
        return path;
    }
}
