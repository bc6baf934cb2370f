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
        var from = new Option<string?>("--from") { Description = "Push the image in this file as it is, instead of making one: what 'kbnet docker-build --output' wrote." };
        image.AddTo(command);
        command.Options.Add(from);
        Examples.Add(command,
            "kbnet docker-push --image registry.example.com/shop:v0.1.0",
            "kbnet docker-push --image localhost:5000/shop:dev --platform linux/amd64,linux/arm64",
            "kbnet docker-push --image registry.example.com/shop:v0.1.0 --from shop.tar");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var name = image.Image(parsed, environment);
            if (name.Registry is null && !name.Repository.Contains('/', StringComparison.Ordinal))
                throw new ScaffoldException($"'{name}' names no registry to push to: write it as registry.example.com/{name}");
            if (parsed.GetValue(from) is not { } file)
            {
                await image.Build(parsed, environment, new ImageTarget.Registry()).RunAsync(cancellationToken);
                environment.Out.WriteLine($"{name} pushed");
                return 0;
            }
            if (image.IsBuildAsked(parsed))
                throw new ScaffoldException("--from pushes an image that is made already: leave out the project, --platform and --base-image");
            var digest = await PushAsync(environment, name, file, cancellationToken);
            environment.Out.WriteLine($"{name} pushed ({digest})");
            return 0;
        });
        return command;
    }
    private static async Task<string> PushAsync(CliEnvironment environment, ImageReference name, string file, CancellationToken cancellationToken)
    {
        using var layout = ImageLayout.Open(Path.GetFullPath(Path.Combine(environment.Folder, file)), file);
        using var registry = new RegistryClient(name, new RegistryCredentials(environment));
        await registry.OpenAsync(cancellationToken);
        return await new ImagePush(layout, registry).RunAsync(name.Tag ?? ImageReference.DefaultTag, cancellationToken);
    }
}
