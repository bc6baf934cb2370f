using System.CommandLine;
using KubeBuilderNet.Cli.Output;
using KubeBuilderNet.Scaffolding;
using KubeBuilderNet.Scaffolding.Init;

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
        var owner = new Option<string>("--owner") { Description = "Who holds the copyright, for the files' headers.", DefaultValueFactory = _ => "" };
        var license = new Option<string>("--license") { Description = "The licence in the files' headers: apache2, copyright or none.", DefaultValueFactory = _ => "apache2" };
        var packageSource = new Option<string?>("--package-source") { Description = "A folder of packages to restore from besides NuGet's own sources." };
        var packageVersion = new Option<string?>("--package-version") { Description = "The version of KubeBuilderNet. [default: the highest in --package-source, else this tool's]" };
        var plan = new PlanOptions();

        var command = new Command("init", "Start an operator project in the current folder.")
        {
            domain, projectName, rootNamespace, owner, license, packageSource, packageVersion,
        };
        plan.AddTo(command);
        Examples.Add(command,
            "kbnet init --domain baihl.io --project-name httpclient",
            "kbnet init --domain example.com --owner \"Example Inc\" --license copyright",
            "kbnet init --domain example.com --package-source ../artifacts/packages --dry-run");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var source = parsed.GetValue(packageSource);
            var options = new InitOptions
            {
                Domain = parsed.GetValue(domain)!,
                ProjectName = parsed.GetValue(projectName),
                FolderName = new DirectoryInfo(environment.Folder).Name,
                RootNamespace = parsed.GetValue(rootNamespace),
                Owner = parsed.GetValue(owner)!,
                License = parsed.GetValue(license)!,
                PackageSource = source,
                IsBelowCentralVersions = IsBelow(environment.Folder, "Directory.Packages.props"),
                PackageVersion = PackageVersion(environment, source, parsed.GetValue(packageVersion)),
                CliVersion = ToolVersion.Text,
            };
            if (await plan.RunAsync(parsed, environment, files => InitScaffold.Plan(files, options, plan.IsForced(parsed)), cancellationToken))
                environment.Out.WriteLine("Next: kbnet create api --group <group> --version v1 --kind <Kind>");
            return 0;
        });
        return command;
    }

    private static bool IsBelow(string folder, string file)
    {
        for (var parent = new DirectoryInfo(folder); parent is not null; parent = parent.Parent)
        {
            if (File.Exists(Path.Combine(parent.FullName, file)))
                return true;
        }
        return false;
    }

    private static string PackageVersion(CliEnvironment environment, string? source, string? version)
    {
        if (version is not null && !PackageFolder.IsVersion(version))
            throw new ScaffoldException($"--package-version '{version}' is no version: write one such as 1.2.3 or 1.2.3-rc.1");
        if (source is null)
            return version ?? ToolVersion.Text;
        var folder = Path.Combine(environment.Folder, source);
        if (!Directory.Exists(folder))
            throw new ScaffoldException($"--package-source '{source}': there is no such folder");
        return version ?? PackageFolder.HighestVersion(source, Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)));
    }
}
