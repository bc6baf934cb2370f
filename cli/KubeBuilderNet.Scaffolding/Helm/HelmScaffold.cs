using System.Text.Json.Nodes;
using KubeBuilderNet.Scaffolding.Applying;
using KubeBuilderNet.Scaffolding.Planning;

namespace KubeBuilderNet.Scaffolding.Helm;

/// <summary>A Helm chart of what a project deploys. Follows kubebuilder's plugin <c>helm.kubebuilder.io/v2-alpha</c>.</summary>
public static class HelmScaffold
{
    private const string Workflow = ".github/workflows/test-chart.yml";

    /// <summary>Plans the chart's files.</summary>
    /// <remarks>
    /// Chart.yaml is written once. values.yaml, NOTES.txt, _helpers.tpl, .helmignore and the workflow are the user's once they are there, unless
    /// <see cref="HelmOptions.Force"/>, and then that is noted. The other templates follow what is deployed; those that are left over go.
    /// With its default values, and a release named as the project, the chart installs what kustomize renders.
    /// </remarks>
    /// <param name="files">The project's files.</param>
    /// <param name="documents">What kustomize renders of <c>config/default</c>.</param>
    /// <param name="options">Names, and whether the user's files are written anew.</param>
    /// <exception cref="ScaffoldException">Nothing, or more than one thing, in what is rendered is the operator's Deployment.</exception>
    public static Plan Plan(IFileSystem files, IReadOnlyList<JsonNode> documents, HelmOptions options)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(options);
        var notes = new List<string>();
        var model = new ChartModel(options.ChartName, documents, notes);
        var folder = $"{options.Output.TrimEnd('/')}/chart";
        var plan = new PlanBuilder(files, force: true);
        notes.ForEach(plan.Note);

        plan.WriteOnce($"{folder}/Chart.yaml", ChartFiles.Text("Chart.yaml", model, folder));
        var values = ValuesFile.Values(model);
        WriteValues(plan, $"{folder}/values.yaml", values, options.Force);
        foreach (var (name, path) in new[]
        {
            (".helmignore", $"{folder}/.helmignore"), ("NOTES.txt", $"{folder}/templates/NOTES.txt"),
            ("_helpers.tpl", $"{folder}/templates/_helpers.tpl"), ("test-chart.yml", Workflow),
        })
        {
            WriteUsers(plan, path, ChartFiles.Text(name, model, folder), options.Force);
        }
        var templates = Templates(model);
        foreach (var (path, text) in templates)
            plan.Edit($"{folder}/templates/{path}", "", _ => text);
        foreach (var stale in FilesBelow(files, $"{folder}/templates").Where(path => !templates.ContainsKey(path[$"{folder}/templates/".Length..]) && IsWritten(files.ReadText(path))))
            plan.Delete(stale, null);
        return plan.Build();
    }

    private static SortedDictionary<string, string> Templates(ChartModel model)
    {
        var templates = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in model.Objects)
        {
            var place = ChartPlace.Of(item, model);
            // Two kinds may have one name.
            var path = templates.ContainsKey(place.Path) ? place.Path.Replace(".yaml", $"-{item.Kind.ToLowerInvariant()}.yaml", StringComparison.Ordinal) : place.Path;
            templates[path] = ObjectTemplate.Of(item, model, place.Guard);
        }
        return templates;
    }

    private static void WriteValues(PlanBuilder plan, string path, JsonObject values, bool force)
    {
        if (!force && plan.Files.FileExists(path))
        {
            var missing = ValuesFile.Missing(values, path, plan.Files.ReadText(path)).ToList();
            if (missing.Count > 0)
                plan.Note($"{path} has no {string.Join(", ", missing)}, which templates read: add them, or pass --force to write the file anew");
        }
        WriteUsers(plan, path, ValuesFile.Text(values), force);
    }

    private static void WriteUsers(PlanBuilder plan, string path, string text, bool force)
    {
        if (!force)
        {
            plan.WriteOnce(path, text);
            return;
        }
        if (plan.Files.FileExists(path) && !PlanBuilder.SameText(plan.Files.ReadText(path), text))
            plan.Note($"{path} is written anew, because of --force: what was changed in it is gone");
        plan.Write(path, text);
    }

    // What the user put beside them is left alone.
    private static bool IsWritten(string text) => text.StartsWith(ChartText.Header, StringComparison.Ordinal);

    private static IEnumerable<string> FilesBelow(IFileSystem files, string folder) => files.List(folder).Select(name => $"{folder}/{name}")
        .SelectMany(path => files.DirectoryExists(path) ? FilesBelow(files, path) : [path]);
}
