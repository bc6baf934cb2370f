using KubeBuilderNet.Scaffolding.Naming;
using KubeBuilderNet.Scaffolding.Projects;
using KubeBuilderNet.Scaffolding.Resources;

namespace KubeBuilderNet.Scaffolding.Apis;

/// <summary>Where a kind's files lie and what its names are in them.</summary>
internal sealed class ApiNames(Project project, Resource resource)
{
    // A folder of the group only where PROJECT says multigroup, as kubebuilder has it.
    private readonly string? _groupName = project.MultiGroup ? CSharpName.Pascal(resource.Group.Length > 0 ? resource.Group : resource.Domain) : null;

    public string ApiNamespace => Join('.', project.RootNamespace, "Api", _groupName, resource.VersionName);

    public string ApiPath => Join('/', "Api", _groupName, resource.VersionName, resource.Kind);

    public string ControllerNamespace => Join('.', project.RootNamespace, "Controllers", _groupName);

    public string ControllerPath => Join('/', "Controllers", _groupName, resource.Kind + "Reconciler");

#pragma warning disable CA1308 // Kubernetes' names are lower case.
    public string Singular => resource.Kind.ToLowerInvariant();
#pragma warning restore CA1308

    public string SampleFile => Join('_', resource.Group.Length > 0 ? resource.Group : null, resource.Version, Singular);

    public string RoleFile => Join('_', project.MultiGroup && resource.Group.Length > 0 ? resource.Group : null, Singular);

    public string RoleName => RoleFile.Replace('_', '-');

    /// <summary>How the controller's file names the class: by its name, or by an alias where that name means something else there.</summary>
    public string ClassInController => Clashes ? resource.Kind + "Resource" : resource.Kind;

    public string ControllerUsings
    {
        get
        {
            List<string> spaces =
                ["KubeBuilderNet", "KubeBuilderNet.Annotations", "KubeBuilderNet.Caching", "KubeBuilderNet.Reconciling", "Microsoft.Extensions.Logging"];
            if (!Clashes)
                spaces.Add(ApiNamespace);
            spaces.Sort(StringComparer.OrdinalIgnoreCase);
            var alias = Clashes ? $"using {ClassInController} = {ApiNamespace}.{resource.Kind};\n" : "";
            return string.Concat(spaces.Select(space => $"using {space};\n")) + alias;
        }
    }

    public string AttributeArguments =>
        (resource.HasIrregularPlural ? $", Plural = \"{resource.Plural}\"" : "")
        + (resource.Namespaced ? "" : ", Scope = ResourceScope.Cluster")
        + (resource.ShortNames.Count > 0 ? $", ShortNames = [{string.Join(", ", resource.ShortNames.Select(name => $"\"{name}\""))}]" : "");

    // Inside <root>.Controllers the parts of the root namespace, and the folders beside it, are found before any using directive.
    private bool Clashes =>
        resource.Kind is "Api" or "Controllers"
        || project.RootNamespace.Split('.').Contains(resource.Kind)
        || KnownTypes.Find(resource.Kind) is not null;

    private static string Join(char separator, params string?[] parts) => string.Join(separator, parts.Where(part => part is not null));
}
