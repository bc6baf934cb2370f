using KubeBuilderNet.Scaffolding.Init;
using KubeBuilderNet.Scaffolding.Planning;
using KubeBuilderNet.Scaffolding.Projects;
using KubeBuilderNet.Scaffolding.Xml;

namespace KubeBuilderNet.Scaffolding.Apis;

/// <summary>The packages that a project refers to.</summary>
internal static class PackageReferences
{
    private const string Versions = "Directory.Packages.props";

    /// <summary>Adds a package, as <c>name@version</c>, unless the project refers to it.</summary>
    /// <exception cref="ScaffoldException">It has no version, or the project file can't take it.</exception>
    public static void Add(PlanBuilder plan, Project project, string module)
    {
        if (module.Split('@') is not [{ Length: > 0 } name, var version] || !PackageFolder.IsVersion(version) || name.Any(c => !(char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_')))
            throw new ScaffoldException($"--external-api-module '{module}' is no package with a version: pass one such as Contoso.CertManager@1.2.3");
        var isCentral = plan.Files.FileExists(Versions);
        plan.Edit($"{project.Name}.csproj", null, text => MsBuildText.WithItem(
            $"{project.Name}.csproj", text, "PackageReference", name, isCentral ? null : version));
        if (isCentral)
            plan.Edit(Versions, null, text => MsBuildText.WithItem(Versions, text, "PackageVersion", name, version));
    }
}
