using KubeBuilderNet.Scaffolding.Applying;
using KubeBuilderNet.Scaffolding.Naming;
using KubeBuilderNet.Scaffolding.Planning;
using KubeBuilderNet.Scaffolding.Projects;
using KubeBuilderNet.Scaffolding.Templates;
using KubeBuilderNet.Scaffolding.Yaml;

namespace KubeBuilderNet.Scaffolding.Init;

/// <summary>A new project in a folder.</summary>
public static class InitScaffold
{
    // The longest name that is made from it must be a DNS label.
    private const string LongestSuffix = "-controller-manager-metrics-service";
    private const int LongestProjectName = 63 - 35;

    private static readonly string[] Dependencies =
        ["kubebuildernet", "kubebuildernet.testing", "kubernetesclient", "yamldotnet", "microsoft.extensions.hosting"];

    /// <summary>Plans the project.</summary>
    /// <param name="files">The folder.</param>
    /// <param name="options">What was asked for.</param>
    /// <param name="force">Whether files that are there and differ are replaced. An initialised project never is.</param>
    /// <exception cref="ScaffoldException">Names the flag or the file that stands in the way.</exception>
    public static Plan Plan(IFileSystem files, InitOptions options, bool force = false)
    {
        if (files.FileExists(ProjectFile.Path) || files.DirectoryExists(ProjectFile.Path))
            throw new ScaffoldException($"already initialized: {ProjectFile.Path} is there. Run 'kbnet create api' to add a kind, or init in a new folder");
        if (DnsName.CheckSubdomain(options.Domain) is { } domain)
            throw new ScaffoldException($"--domain '{options.Domain}' {domain}");
        var name = ProjectName(options);
        var rootNamespace = RootNamespace(options, name);
        RefuseOtherProjects(files, name);

        var plan = new PlanBuilder(files, force);
        var license = LicenseHeader.Make(options.License);
        var values = new Dictionary<string, object?>
        {
            ["project"] = name,
            ["project_yaml"] = YamlText.Of(name),
            ["domain"] = YamlText.Of(options.Domain),
            ["root_namespace"] = rootNamespace,
            ["layout"] = ProjectFile.Layout,
            ["cli_version"] = options.CliVersion,
            ["package_version"] = options.PackageVersion,
            ["multigroup"] = options.MultiGroup,
            ["namespaced"] = options.Namespaced,
            ["header"] = LicenseHeader.AsComment(license),
            ["header_template"] = LicenseHeader.AsTemplate(license),
        };
        TemplateTree.Write(plan, "init", values);
        if (options.Namespaced)
            TemplateTree.Write(plan, "namespaced", values);
        if (options.PackageSource is { } source)
            plan.Write("nuget.config", NuGetConfig(source));
        if (IsProtected(options.Domain))
            plan.Note($"the domain '{options.Domain}' is Kubernetes' own: API servers refuse CRDs in it without the annotation api-approved.kubernetes.io");
        return plan.Build();
    }

    private static string ProjectName(InitOptions options)
    {
        var given = options.ProjectName is not null;
        var name = options.ProjectName ?? options.FolderName.ToLowerInvariant();
        var problem = DnsName.CheckLabel1035(name)
            ?? (name.Length > LongestProjectName
                ? $"is {name.Length} characters long, and '{name}{LongestSuffix}' must fit into 63: use {LongestProjectName} at most" : null)
            ?? (Dependencies.Contains(name) ? "is the name of a package that the project needs: choose another" : null);
        if (problem is null)
            return name;
        throw new ScaffoldException(given
            ? $"--project-name '{name}' {problem}"
            : $"the folder's name '{name}' {problem}: pass --project-name");
    }

    private static string RootNamespace(InitOptions options, string projectName)
    {
        if (options.RootNamespace is not { } name)
            return CSharpName.RootNamespace(projectName);
        return CSharpName.CheckNamespace(name) is { } problem
            ? throw new ScaffoldException($"--namespace '{name}' {problem}")
            : name;
    }

    // With two projects in one folder neither 'dotnet build' nor 'dotnet run' knows which is meant.
    private static void RefuseOtherProjects(IFileSystem files, string name)
    {
        foreach (var file in files.List("").Where(file => file != $"{name}.csproj" && file != $"{name}.slnx"))
        {
            var extension = System.IO.Path.GetExtension(file);
            if (extension is ".csproj" or ".fsproj" or ".vbproj" or ".sln" or ".slnx")
                throw new ScaffoldException($"{file} is there, and 'dotnet build' would not know which to build: init in a new folder, or move it away");
        }
    }

    private static bool IsProtected(string domain) =>
        domain is "k8s.io" or "kubernetes.io"
        || domain.EndsWith(".k8s.io", StringComparison.Ordinal)
        || domain.EndsWith(".kubernetes.io", StringComparison.Ordinal);

    private static string NuGetConfig(string source) => $"""
        <?xml version="1.0" encoding="utf-8"?>
        <configuration>
          <packageSources>
            <add key="kbnet" value="{System.Security.SecurityElement.Escape(source)}" />
          </packageSources>
        </configuration>

        """.ReplaceLineEndings("\n");
}
