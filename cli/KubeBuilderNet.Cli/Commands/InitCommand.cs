using System.CommandLine;
using KubeBuilderNet.Cli.Output;
using KubeBuilderNet.Scaffolding;
using KubeBuilderNet.Scaffolding.Init;
using KubeBuilderNet.Scaffolding.Projects;

namespace KubeBuilderNet.Cli.Commands;

/// <summary><c>kbnet init</c>: a new project in the current folder.</summary>
internal static class InitCommand
{
    public static Command Create(CliEnvironment environment)
    {
        var domain = new Option<string>("--domain")
        {
            Description = "What every API group of the project ends with.",
            DefaultValueFactory = _ => "my.domain",
        };
        var projectName = new Option<string?>("--project-name") { Description = "The project's name; names in the cluster begin with it. [default: the folder's name]" };
        var rootNamespace = new Option<string?>("--namespace", "--repo") { Description = "The C# root namespace. [default: made from the project's name]" };
        var multiGroup = new Option<bool>("--multigroup") { Description = "Kinds lie in a folder of their group, and there may be several groups." };
        var namespaced = new Option<bool>("--namespaced") { Description = "The operator watches its own namespace alone, with a Role instead of a ClusterRole." };
        var projectVersion = new Option<string>("--project-version") { Description = "The version of PROJECT's format.", DefaultValueFactory = _ => ProjectFile.Version };
        var (license, packages, plan) = (new LicenseFlags(), new PackageFlags(), new PlanOptions());

        var command = new Command("init", "Start an operator project in the current folder.")
        {
            domain, projectName, rootNamespace, multiGroup, namespaced, projectVersion,
        };
        license.AddTo(command);
        packages.AddTo(command);
        plan.AddTo(command);
        Examples.Add(command,
            "kbnet init --domain baihl.io --project-name httpclient",
            "kbnet init --domain example.com --owner \"Example Inc\" --license copyright",
            "kbnet init --domain example.com --namespaced --dry-run");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (parsed.GetValue(projectVersion) is not ProjectFile.Version and var other)
                throw new ScaffoldException($"--project-version '{other}' is not supported: use {ProjectFile.Version}");
            var options = new InitOptions
            {
                Domain = parsed.GetValue(domain)!,
                ProjectName = parsed.GetValue(projectName),
                FolderName = new DirectoryInfo(environment.Folder).Name,
                RootNamespace = parsed.GetValue(rootNamespace),
                License = license.Value(parsed, environment) ?? new LicenseOptions(),
                MultiGroup = parsed.GetValue(multiGroup),
                Namespaced = parsed.GetValue(namespaced),
                PackageSource = packages.Source(parsed),
                PackageVersion = packages.Version(parsed, environment),
                CliVersion = ToolVersion.Text,
            };
            if (await plan.RunAsync(parsed, environment, files => InitScaffold.Plan(files, options, plan.IsForced(parsed)), cancellationToken))
                environment.Out.WriteLine("Next: kbnet create api --group <group> --version v1 --kind <Kind>");
            return 0;
        });
        return command;
    }
}
