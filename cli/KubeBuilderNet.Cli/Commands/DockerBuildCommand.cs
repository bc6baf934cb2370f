using System.CommandLine;
using KubeBuilderNet.Cli.Images;
using KubeBuilderNet.Cli.Output;
using KubeBuilderNet.Scaffolding;

namespace KubeBuilderNet.Cli.Commands;

/// <summary><c>kbnet docker-build</c>: an image of the operator, with or without a container engine.</summary>
internal static class DockerBuildCommand
{
    public static Command Create(CliEnvironment environment)
    {
        var image = new ImageOptions();
        var output = new Option<string?>("--output") { Description = "Write the image to this file, for 'docker load', 'kind load image-archive' or 'kbnet docker-push --from'." };
        var tool = new Option<string?>("--container-tool") { Description = "The engine that gets the image. [default: docker or podman, whichever answers; else a file in bin]" };
        var command = new Command("docker-build", "Make an image of the operator. No daemon is needed: without one the image is written to a file.");
        image.AddTo(command);
        command.Options.Add(output);
        command.Options.Add(tool);
        command.Validators.Add(result =>
        {
            foreach (var given in result.Given(tool).Except(ContainerEngine.Tools))
                result.AddError($"--container-tool '{given}' is not known: use {string.Join(" or ", ContainerEngine.Tools)}.");
            if (result.GetResult(output) is not null && result.GetResult(tool) is not null)
                result.AddError("--output and --container-tool contradict each other: pass one.");
        });
        Examples.Add(command,
            "kbnet docker-build --image registry.example.com/shop:v0.1.0",
            "kbnet docker-build --platform linux/amd64,linux/arm64 --output shop.tar",
            "kbnet docker-build --base-image registry.example.com/dotnet/aspnet:10.0-noble-chiseled");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            // What is wrong with the flags is said before anything is looked for.
            var build = image.Build(parsed, environment, new ImageTarget.Registry());
            build = build with { Target = await TargetAsync(environment, build, parsed.GetValue(output), parsed.GetValue(tool), cancellationToken) };
            await build.RunAsync(cancellationToken);
            environment.Out.WriteLine(build.Target switch
            {
                ImageTarget.Archive archive => $"{build.Image} written to {Path.GetRelativePath(environment.Folder, archive.Path).Replace('\\', '/')}",
                ImageTarget.Engine engine => $"{build.Image} loaded into {engine.Tool}",
                _ => build.Image.ToString(),
            });
            return 0;
        });
        return command;
    }

    private static async Task<ImageTarget> TargetAsync(CliEnvironment environment, ImageBuild build, string? output, string? tool, CancellationToken cancellationToken)
    {
        if (output is not null)
            return new ImageTarget.Archive(OutputFile(environment, output));
        if (tool is not null)
            return await ContainerEngine.RequireAsync(environment, tool, cancellationToken);
        if (await ContainerEngine.FindAsync(environment, cancellationToken) is { } found)
            return found;
        var name = $"{build.Image.Repository.Split('/')[^1]}_{build.Image.Tag ?? ImageReference.DefaultTag}.tar";
        return new ImageTarget.Archive(Path.Combine(build.Project.Folder, "bin", name));
    }

    private static string OutputFile(CliEnvironment environment, string output)
    {
        var path = Path.GetFullPath(Path.Combine(environment.Folder, output));
        return output.Length == 0 || Path.EndsInDirectorySeparator(path) || Directory.Exists(path)
            ? throw new ScaffoldException($"--output '{output}' must name a file")
            : path;
    }
}
