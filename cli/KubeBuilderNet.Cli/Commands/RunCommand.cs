using System.CommandLine;
using System.Text.Json.Nodes;
using KubeBuilderNet.Cli.Building;
using KubeBuilderNet.Cli.Output;

namespace KubeBuilderNet.Cli.Commands;

/// <summary><c>kbnet run</c>: the operator on this machine, against the cluster of a kubeconfig.</summary>
internal static class RunCommand
{
    public const string Name = "run";

    /// <summary>How long the operator may take to end: longer than .NET's host gives its services.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(40);

    public static Command Create(CliEnvironment environment)
    {
        var passed = new PassedArguments("Behind '--': what the operator gets.");
        var cluster = new ClusterOptions();
        var command = new Command(Name, "Run the operator on this machine with 'dotnet run', against the cluster of your kubeconfig, until Ctrl-C.");
        passed.AddTo(command);
        cluster.AddNamesTo(command);
        Examples.Add(command, "kbnet run", "kbnet run --context kind-dev -- --Logging:LogLevel:Default=Debug");
        command.SetAction((parsed, cancellationToken) =>
        {
            var project = UserProject.Find(environment.Folder, passed.Project(parsed));
            return new ChildProgram
            {
                Environment = environment,
                Program = "dotnet",
                Arguments = ["run", "--project", project.File, "--", .. passed.Words(parsed)],
                Folder = environment.Folder,
                Variables = Kubeconfig(environment, project, cluster, parsed),
                Grace = Grace,
            }.RunAsync(cancellationToken);
        });
        return command;
    }

    private static Dictionary<string, string> Kubeconfig(CliEnvironment environment, UserProject project, ClusterOptions cluster, ParseResult parsed)
    {
        var (file, context) = (cluster.Kubeconfig(parsed), cluster.Context(parsed));
        if (file is null && context is null)
            return [];
        // A name that doesn't exist is said now, not by the operator.
        _ = cluster.Load(parsed);
        var files = file is not null ? Path.GetFullPath(Path.Combine(environment.Folder, file))
            : environment.Variable("KUBECONFIG") is { Length: > 0 } listed ? listed
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".kube", "config");
        if (context is not null)
            files = ContextFile(project, context) + Path.PathSeparator + files;
        return new Dictionary<string, string> { ["KUBECONFIG"] = files };
    }

    // Of several kubeconfig files the first that sets a value wins: this one sets the context and nothing else.
    private static string ContextFile(UserProject project, string context)
    {
        var path = Path.Combine(Directory.CreateDirectory(project.Cache).FullName, "context.yaml");
        File.WriteAllText(path, new JsonObject { ["apiVersion"] = "v1", ["kind"] = "Config", ["current-context"] = context }.ToJsonString());
        return path;
    }
}
