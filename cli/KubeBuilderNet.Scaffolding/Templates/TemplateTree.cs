using System.Reflection;
using KubeBuilderNet.Scaffolding.Planning;
using Scriban;
using Scriban.Runtime;

namespace KubeBuilderNet.Scaffolding.Templates;

/// <summary>The embedded templates. Their tree is the tree that is written; a name in square brackets in a path is a value's.</summary>
internal static class TemplateTree
{
    private const string Suffix = ".scriban";

    /// <summary>Plans every file of a folder of <c>templates/</c>.</summary>
    /// <param name="plan">Takes the files.</param>
    /// <param name="folder">The folder, such as <c>init</c>.</param>
    /// <param name="values">What templates and paths name.</param>
    public static void Write(PlanBuilder plan, string folder, IReadOnlyDictionary<string, object?> values)
    {
        var model = new ScriptObject();
        foreach (var (name, value) in values)
            model[name] = value;
        foreach (var resource in Names(folder))
            plan.Write(PathOf(resource[(folder.Length + 1)..^Suffix.Length], values), Render(resource, model));
    }

    /// <summary>One template's text.</summary>
    public static string Render(string resource, ScriptObject model)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"no template {resource}");
        using var reader = new StreamReader(stream);
        var template = Template.Parse(reader.ReadToEnd().ReplaceLineEndings("\n"), resource);
        if (template.HasErrors)
            throw new InvalidOperationException(template.Messages.ToString());
        var context = new TemplateContext { StrictVariables = true, NewLine = "\n", LoopLimit = 10_000 };
        context.PushGlobal(model);
        return template.Render(context);
    }

    private static IEnumerable<string> Names(string folder) =>
        Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(folder + "/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

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
