using KubeBuilderNet.Scaffolding.Apis;
using KubeBuilderNet.Scaffolding.Applying;
using KubeBuilderNet.Scaffolding.Editing;
using KubeBuilderNet.Scaffolding.Init;
using KubeBuilderNet.Scaffolding.Planning;
using KubeBuilderNet.Scaffolding.Plugins;
using KubeBuilderNet.Scaffolding.Projects;

namespace KubeBuilderNet.Scaffolding.Regenerating;

/// <summary>A project made anew from its PROJECT: what this kbnet would write today.</summary>
/// <remarks>Follows kubebuilder's <c>alpha generate</c>, and deletes nothing: files that nobody scaffolds stay.</remarks>
public static class RegenerateScaffold
{
    /// <summary>Plans the project.</summary>
    /// <param name="source">The project that is read.</param>
    /// <param name="target">Where it is written: the same, or another folder.</param>
    /// <param name="packageVersion">The version of the package KubeBuilderNet.</param>
    /// <param name="cliVersion">The version of this tool.</param>
    /// <param name="force">Whether files that are there and differ are replaced.</param>
    /// <exception cref="ScaffoldException">PROJECT can't be read, or files differ.</exception>
    public static Plan Plan(IFileSystem source, IFileSystem target, string packageVersion, string cliVersion, bool force = false)
    {
        var project = ProjectFile.Load(source);
        var header = source.FileExists(LicenseHeader.File) ? LicenseHeader.Read(source.ReadText(LicenseHeader.File)) : [];
        var made = new VirtualFiles();
        made.Apply(InitScaffold.Plan(made, new InitOptions
        {
            Domain = project.Domain,
            ProjectName = project.Name,
            FolderName = project.Name,
            RootNamespace = project.RootNamespace,
            License = header.Count == 0 ? new LicenseOptions { License = "none" } : new LicenseOptions { Text = string.Join('\n', header) },
            MultiGroup = project.MultiGroup,
            Namespaced = project.Namespaced,
            PackageVersion = packageVersion,
            CliVersion = cliVersion,
        }));
        foreach (var options in project.Resources.SelectMany(entry => Commands(project, entry)))
            made.Apply(CreateApiScaffold.Plan(made, options));
        made.Apply(EditScaffold.Plan(made, new EditOptions { Enable = [.. Overlay.Listed(source).Select(overlay => overlay.Name).Where(name => name != Overlay.Namespaced)] }));

        var plan = new PlanBuilder(target, force);
        foreach (var (path, text) in made.Files)
            plan.Write(path, path == ProjectFile.Path ? source.ReadText(path) : text);
        if (project.Helm is not null)
            plan.Note("the Helm chart is made of what config/default renders: run 'kbnet edit --plugins=helm/v2-alpha' to make it anew");
        return plan.Build();
    }

    // The commands that would have led to an entry: the class with its first controller, then each other one.
    private static IEnumerable<CreateApiOptions> Commands(Project project, ProjectResource entry)
    {
        var resource = entry.Resource;
        var options = new CreateApiOptions
        {
            Group = resource.Group,
            Version = resource.Version,
            Kind = resource.Kind,
            Plural = resource.Plural,
            HasResource = entry.HasApi,
            HasController = entry.Controllers.Count > 0,
            ControllerName = NameOf(entry, 0),
            Namespaced = entry.HasApi ? resource.Namespaced : null,
            ExternalApiPath = entry.IsExternal ? entry.Path : null,
            ExternalApiDomain = entry.IsExternal && resource.Domain.Length > 0 ? resource.Domain : null,
            ExternalApiModule = entry.IsExternal ? entry.Module : null,
            Image = project.DeployImages.FirstOrDefault(image => image.Resource.Is(resource)) is { } image ? Options(image) : null,
        };
        if (options is { HasResource: false, HasController: false })
            yield break;
        yield return options;
        for (var i = 1; i < entry.Controllers.Count; i++)
            yield return options with { HasResource = false, Image = null, Namespaced = null, ControllerName = entry.Controllers[i] };
    }

    private static string? NameOf(ProjectResource entry, int index) =>
        entry.Controllers.ElementAtOrDefault(index) is { } name && name != ProjectResource.DefaultController(entry.Resource.Kind) ? name : null;

    private static DeployImageOptions Options(DeployImage image) => new()
    {
        Image = image.Image,
        Command = image.Command,
        Port = FormattableString.Invariant($"{image.Port}"),
        RunAsUser = FormattableString.Invariant($"{image.RunAsUser}"),
    };
}
