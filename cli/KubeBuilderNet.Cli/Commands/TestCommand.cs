using System.CommandLine;
using KubeBuilderNet.Cli.Building;
using KubeBuilderNet.Cli.Output;

namespace KubeBuilderNet.Cli.Commands;

/// <summary><c>kbnet test</c>: <c>dotnet test</c>.</summary>
internal static class TestCommand
{
    private const string Assets = "KUBEBUILDER_ASSETS";

    public static Command Create(CliEnvironment environment)
    {
        var passed = new PassedArguments("Behind '--': what 'dotnet test' gets besides.");
        var command = new Command("test", $"Run the project's tests with 'dotnet test'. Those against an API server need {Assets}, a folder with etcd and kube-apiserver.");
        passed.AddTo(command);
        Examples.Add(command, "kbnet test", $"{Assets}=$HOME/envtest kbnet test -- --configuration Release");
        command.SetAction((parsed, cancellationToken) =>
        {
            var program = new ChildProgram
            {
                Environment = environment,
                Program = "dotnet",
                Arguments = ["test", .. BuildTarget.TestArguments(BuildTarget.Find(environment.Folder, passed.Project(parsed))), .. passed.Words(parsed)],
                Folder = environment.Folder,
            };
            if (environment.Variable(Assets) is null or "")
                environment.Error.WriteLine($"kbnet: note: {Assets} is not set: tests against an API server are skipped");
            return program.RunAsync(cancellationToken);
        });
        return command;
    }
}
