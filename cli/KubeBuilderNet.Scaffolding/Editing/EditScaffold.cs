using KubeBuilderNet.Scaffolding.Apis;
using KubeBuilderNet.Scaffolding.Applying;
using KubeBuilderNet.Scaffolding.Helm;
using KubeBuilderNet.Scaffolding.Init;
using KubeBuilderNet.Scaffolding.Planning;
using KubeBuilderNet.Scaffolding.Projects;
using KubeBuilderNet.Scaffolding.Templates;
using KubeBuilderNet.Scaffolding.Xml;
using KubeBuilderNet.Scaffolding.Yaml;

namespace KubeBuilderNet.Scaffolding.Editing;

/// <summary>Changes of a project as a whole.</summary>
public static class EditScaffold
{
    private const string RoleNamespace = "KubeBuilderRoleNamespace";
    private const string Namespaced = Overlay.Namespaced;

    /// <summary>Plans the changes.</summary>
    /// <exception cref="ScaffoldException">Names the flag or the file that stands in the way.</exception>
    public static Plan Plan(IFileSystem files, EditOptions options)
    {
        var project = ProjectFile.Load(files);
        var (enabled, disabled) = (Overlay.Resolve("--enable", options.Enable), Overlay.Resolve("--disable", options.Disable));
        if (enabled.Intersect(disabled).FirstOrDefault() is { } both)
            throw new ScaffoldException($"--enable and --disable both name {both.Name}: leave it out of one");
        if (enabled.Concat(disabled).Any(overlay => overlay.Name == Namespaced))
            throw new ScaffoldException("'namespaced' changes roles, too: use --namespaced and --namespaced=false");
        var plan = new PlanBuilder(files, options.Force);
        if (options.MultiGroup is { } multiGroup)
            SetMultiGroup(plan, project, multiGroup);
        if (options.Namespaced is { } namespaced && namespaced != project.Namespaced)
            SetNamespaced(plan, project, namespaced);
        if (options.License is { } license)
            plan.Edit(LicenseHeader.File, "root = true\n", text => LicenseHeader.Write(text, LicenseHeader.Make(license)));
        foreach (var overlay in enabled)
            overlay.Enable(plan);
        foreach (var overlay in disabled)
            overlay.Disable(plan);
        return options.Chart is { } chart ? WithChart(plan, project, chart, options.Force) : plan.Build();
    }

    private static Plan WithChart(PlanBuilder plan, Project project, ChartOptions chart, bool force)
    {
        var made = HelmScaffold.Plan(plan.Files, chart.Documents, new HelmOptions { ChartName = project.Name, Output = chart.Settings.Output, Force = force });
        plan.Edit(ProjectFile.Path, null, text => ProjectEdits.WithHelm(text, chart.Settings));
        return plan.Build().With(made);
    }

    private static void SetMultiGroup(PlanBuilder plan, Project project, bool isOn)
    {
        var groups = project.Resources.Where(entry => entry.HasApi).Select(entry => entry.Resource.QualifiedGroup).Distinct().ToList();
        if (!isOn && groups.Count > 1)
            throw new ScaffoldException($"--multigroup=false, but the project has {groups.Count} groups: {string.Join(", ", groups)}. Delete the kinds of all but one first");
        if (isOn != project.MultiGroup && project.Resources.Any(entry => entry.HasApi))
            plan.Note("kinds that are there stay where they are: new ones lie " + (isOn ? "in a folder of their group" : "without one"));
        plan.Edit(ProjectFile.Path, null, text => ProjectEdits.WithSwitch(text, "multigroup", isOn));
    }

    private static void SetNamespaced(PlanBuilder plan, Project project, bool isOn)
    {
        var csproj = $"{project.Name}.csproj";
        var overlay = Overlay.All.Single(overlay => overlay.Name == Namespaced);
        var values = new Dictionary<string, object?> { ["project_yaml"] = YamlText.Of(project.Name) };
        if (!plan.Files.FileExists(csproj))
            throw new ScaffoldException($"{csproj} isn't there, and says which roles the build writes: set {RoleNamespace} in the project's file by hand, and 'namespaced' in PROJECT");
        plan.Edit(csproj, null, text => MsBuildText.WithProperty(csproj, text, RoleNamespace, isOn ? "system" : null));
        if (isOn)
        {
            foreach (var (path, text) in TemplateTree.Render(Namespaced, values))
                plan.WriteOnce(path, text);
            overlay.Enable(plan);
        }
        else
        {
            foreach (var (path, text) in TemplateTree.Render(Namespaced, values))
                plan.Delete(path, [text]);
            overlay.Disable(plan);
        }
        foreach (var role in Roles(plan.Files, project))
            plan.Edit(role, null, text => WithKinds(role, text, isOn));
        plan.Edit(ProjectFile.Path, null, text => ProjectEdits.WithSwitch(text, Namespaced, isOn));
        plan.Note("run 'dotnet build': it writes config/rbac/role.yaml anew");
    }

    // Those of kinds without a namespace stay with the cluster.
    private static IEnumerable<string> Roles(IFileSystem files, Project project) => project.Resources
        .Where(entry => entry is { HasApi: true, Resource.Namespaced: true })
        .SelectMany(entry => new KindNames(project, entry).RoleFiles)
        .Distinct()
        .Select(role => $"config/rbac/{role}")
        .Append("config/rbac/role_binding.yaml")
        .Where(files.FileExists);

    private static string WithKinds(string path, string text, bool isNamespaced)
    {
        var file = new YamlDocumentText(path, text);
        var (from, to) = isNamespaced ? ("ClusterRole", "Role") : ("Role", "ClusterRole");
        if (YamlDocumentText.FindText(file.Root, "kind") is { } kind && (kind == from || kind == from + "Binding"))
            file.Set(file.Root, "kind", [$"kind: {kind.Replace(from, to, StringComparison.Ordinal)}"]);
        if (YamlDocumentText.Find(file.Root, "roleRef") is YamlDotNet.RepresentationModel.YamlMappingNode reference && YamlDocumentText.FindText(reference, "kind") == from)
            file.Set(reference, "kind", [$"kind: {to}"]);
        return file.ToString();
    }
}
