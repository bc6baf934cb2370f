using System.CommandLine;
using KubeBuilderNet.Cli.Images;
using KubeBuilderNet.Cli.Output;
using KubeBuilderNet.Scaffolding;

namespace KubeBuilderNet.Cli.Commands;

/// <summary><c>kbnet docker-push</c>: the operator's image into its registry, without a container engine.</summary>
internal static class DockerPushCommand
{
    public static Command Create(CliEnvironment environment)
    {
        var image = new ImageOptions();
        var command = new Command("docker-push", "Make an image of the operator and push it to the registry in its name. No daemon is needed; 'docker login' or 'podman login' says who you are.");
        image.AddTo(command);
        Examples.Add(command,
            "kbnet docker-push --image registry.example.com/shop:v0.1.0",
            "kbnet docker-push --image localhost:5000/shop:dev --platform linux/amd64,linux/arm64");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var build = image.Build(parsed, environment, new ImageTarget.Registry());
            if (build.Image.Registry is null && !build.Image.Repository.Contains('/', StringComparison.Ordinal))
                throw new ScaffoldException($"'{build.Image}' names no registry to push to: write it as registry.example.com/{build.Image}");
            await build.RunAsync(cancellationToken);
            environment.Out.WriteLine($"{build.Image} pushed");
            return 0;
        });
        return command;
    }
}
