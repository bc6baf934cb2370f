using KubeBuilderNet.Cli.Building;
using KubeBuilderNet.Scaffolding;

namespace KubeBuilderNet.Cli.Images;

/// <summary>An image of a project, made by the SDK's own container publishing: no daemon is needed, and no Dockerfile.</summary>
internal sealed record ImageBuild
{
    private const string InsecureRegistries = "DOTNET_CONTAINER_INSECURE_REGISTRIES";

    public required UserProject Project { get; init; }

    public required ImageReference Image { get; init; }

    public required ImageTarget Target { get; init; }

    /// <summary>What it is to run on; none means this machine's platform.</summary>
    public IReadOnlyList<Platform> Platforms { get; init; } = [];

    /// <summary>The image that it is put on; null for the project's own choice.</summary>
    public ImageReference? BaseImage { get; init; }

    // Where the SDK writes an archive that isn't finished yet.
    private string Draft => Path.Combine(Project.Cache, "image.tar");

    /// <summary>Builds the image and puts it where it goes.</summary>
    /// <exception cref="BuildFailedException">The project has errors.</exception>
    /// <exception cref="ScaffoldException">A registry or an engine doesn't do its part.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var turn = await ProjectTurn.TakeAsync(Project, cancellationToken);
        await PublishAsync(cancellationToken);
        if (Target is ImageTarget.Registry)
            return;
        var named = Draft + ".named";
        ImageArchive.CopyWithName(Draft, named, Image);
        File.Delete(Draft);
        if (Target is ImageTarget.Archive archive)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(archive.Path)!);
            File.Move(named, archive.Path, overwrite: true);
        }
        else if (Target is ImageTarget.Engine engine)
        {
            var load = await ProcessRun.OfAsync(engine.Program, ["load", "--input", named], Project.Folder, cancellationToken);
            File.Delete(named);
            if (load.Code != 0)
                throw new ScaffoldException($"{engine.Tool} load: {(load.Error + load.Output).Trim()}");
        }
    }

    private async Task PublishAsync(CancellationToken cancellationToken)
    {
        var run = await ProcessRun.OfAsync("dotnet", Arguments(), Project.Folder, cancellationToken, Variables());
        if (run.Code == 0)
            return;
        if (PublishErrors.Explain(run.Output + run.Error) is { } message)
            throw new ScaffoldException(message);
        throw new BuildFailedException(run.Error + run.Output);
    }

    private IEnumerable<string> Arguments() =>
    [
        "publish", Project.File, "--configuration", "Release", "-t:PublishContainer", "-nologo", "-v:quiet",
        // One set of files for all platforms: 'dotnet app.dll' needs no program of its own, and nothing is downloaded for it.
        "-p:UseAppHost=false",
        $"-p:ContainerRepository={Image.Repository}",
        $"-p:ContainerImageTag={Image.Tag ?? ImageReference.DefaultTag}",
        .. BaseImage is null ? (string[])[] : [$"-p:ContainerBaseImage={BaseImage}"],
        .. PlatformArguments(),
        .. Target switch
        {
            ImageTarget.Registry => (string[])[$"-p:ContainerRegistry={Image.Registry ?? ImageReference.DefaultRegistry}"],
            // Engines of any age load Docker's own format; only the other one holds several platforms.
            ImageTarget.Engine when Platforms.Count < 2 => [$"-p:ContainerArchiveOutputPath={Draft}", "-p:ContainerImageFormat=Docker"],
            _ => [$"-p:ContainerArchiveOutputPath={Draft}", "-p:ContainerImageFormat=OCI"],
        },
    ];

    // A registry on this machine needs no certificate, as with docker.
    private Dictionary<string, string> Variables()
    {
        var registries = new[] { Image, BaseImage }.OfType<ImageReference>().Where(image => image.IsLoopback).Select(image => image.Registry!);
        var given = Environment.GetEnvironmentVariable(InsecureRegistries) is { Length: > 0 } value ? value.Split([',', ';']) : [];
        return new Dictionary<string, string> { [InsecureRegistries] = string.Join(';', given.Concat(registries).Distinct()) };
    }

    private IEnumerable<string> PlatformArguments()
    {
        if (Platforms is [])
            return [];
        if (Platforms is [var only])
            return [$"-p:ContainerRuntimeIdentifier={only.RuntimeIdentifier}"];
        // In quotes, MSBuild takes a semicolon for a part of the value.
        var identifiers = $"\"{string.Join(';', Platforms.Select(platform => platform.RuntimeIdentifier))}\"";
        return
        [
            $"-p:RuntimeIdentifiers={identifiers}", $"-p:ContainerRuntimeIdentifiers={identifiers}",
            // For several platforms the SDK cuts labels off at a colon: better none than half a date and half a name.
            "-p:ContainerGenerateLabelsImageCreated=false", "-p:ContainerGenerateLabelsImageBaseName=false",
        ];
    }
}
