using System.CommandLine;
using KubeBuilderNet.Cli.Building;
using KubeBuilderNet.Cli.Output;

namespace KubeBuilderNet.Cli.Commands;

/// <summary><c>kbnet build</c>: <c>dotnet build</c>, which writes the manifests too.</summary>
internal static class BuildCommand
{
    public static Command Create(CliEnvironment environment)
    {
        var passed = new PassedArguments("Behind '--': what 'dotnet build' gets besides.");
        var command = new Command("build", "Build the operator with 'dotnet build', which brings config/ up to date as well.");
        passed.AddTo(command);
        Examples.Add(command, "kbnet build", "kbnet build -- --configuration Release");
        command.SetAction((parsed, cancellationToken) => new ChildProgram
        {
            Environment = environment,
            Program = "dotnet",
            Arguments = ["build", BuildTarget.Find(environment.Folder, passed.Project(parsed)), .. passed.Words(parsed)],
            Folder = environment.Folder,
        }.RunAsync(cancellationToken));
        return command;
    }
}
