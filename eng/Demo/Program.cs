// Shows what the project does, on a machine with nothing but the .NET SDK: packs it, scaffolds the example operator with the packed
// tool, builds that, and prints what the build generated. Needs no cluster.
using System.Globalization;
using System.Reflection;
using KubeBuilderNet.Demo;
using Spectre.Console;

var root = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;
var work = Path.Combine(root, "artifacts", "demo");
var project = Path.Combine(work, "httpclient");
var packages = Path.Combine(root, "artifacts", "packages");
var tools = Path.Combine(work, "tools");
var kbnet = Path.Combine(tools, OperatingSystem.IsWindows() ? "kbnet.exe" : "kbnet");

try
{
    if (Directory.Exists(work))
        Directory.Delete(work, recursive: true);
    Directory.CreateDirectory(project);
    // The example stands for a user's project: this repository's own rules end here.
    foreach (var rules in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"])
        File.WriteAllText(Path.Combine(work, rules), "<Project />");

    var steps = new Steps(total: 5);
    steps.Run("Pack every package", root, "dotnet", "pack", "KubeBuilderNet.sln", "-c", "Release", "-v", "quiet");
    steps.Run("Install the tool", work, "dotnet", "tool", "install", "KubeBuilderNet.Cli", "--tool-path", tools, "--source", packages);
    steps.Run("Scaffold a project", project, kbnet, "init", "--domain", "baihl.io", "--project-name", "httpclient", "--package-source", packages);
    steps.Run("Scaffold an API", project, kbnet, "create", "api", "--group", "apps", "--version", "v1beta1", "--kind", "HTTPClient");
    steps.Run("Build it", project, "dotnet", "build", "-v", "quiet");

    Show.Files(project);
    Show.File(Path.Combine(project, "config", "crd", "bases", "apps.baihl.io_httpclients.yaml"), project);
    Show.File(Path.Combine(project, "config", "rbac", "role.yaml"), project);
    AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[green]Done.[/] The operator lies in {Path.GetRelativePath(Environment.CurrentDirectory, project)}.");
    return 0;
}
catch (StepFailedException failed)
{
    Console.Error.WriteLine(failed.Message);
    return 1;
}
