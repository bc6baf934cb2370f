using System.CommandLine;
using KubeBuilderNet.Cli.Deploying;
using KubeBuilderNet.Cli.Images;
using KubeBuilderNet.Scaffolding;

namespace KubeBuilderNet.Cli.Commands;

/// <summary>What every command has that renders the project's kustomize files.</summary>
internal sealed class OverlayOptions
{
    private readonly Option<string> _overlay = new("--overlay") { Description = "The folder with the kustomization to render.", DefaultValueFactory = _ => "config/default" };
    private readonly Option<string?> _image = new("--image") { Description = "The operator's image. [default: $IMG, else the one that the overlay names]" };
    private readonly Option<bool> _noManifests = new("--no-manifests") { Description = "Take config/ as it is, and don't bring it up to date with the code." };

    public void AddTo(Command command)
    {
        command.Options.Add(_overlay);
        command.Options.Add(_image);
        command.Options.Add(_noManifests);
    }

    /// <summary>Only what says which overlay is meant, for commands that need no image.</summary>
    public void AddOverlayTo(Command command) => command.Options.Add(_overlay);

    /// <summary>Brings the manifests up to date and renders the overlay with the image.</summary>
    public async Task<IReadOnlyList<ClusterObject>> RenderAsync(ParseResult parsed, CliEnvironment environment, CancellationToken cancellationToken)
    {
        var image = Image(parsed, environment);
        if (!parsed.GetValue(_noManifests))
            await Rendering.UpdateManifestsAsync(environment, isCheck: false, cancellationToken);
        return await Rendering.RenderAsync(environment, Overlay(parsed), image, cancellationToken);
    }

    /// <summary>Renders the overlay without writing anything to <c>config/</c>; null when its manifests are not as the code says.</summary>
    public async Task<IReadOnlyList<ClusterObject>?> RenderCheckedAsync(ParseResult parsed, CliEnvironment environment, CancellationToken cancellationToken)
    {
        var image = Image(parsed, environment);
        if (!parsed.GetValue(_noManifests) && !await Rendering.UpdateManifestsAsync(environment, isCheck: true, cancellationToken))
            return null;
        return await Rendering.RenderAsync(environment, Overlay(parsed), image, cancellationToken);
    }

    /// <summary>Renders the overlay as it is.</summary>
    public Task<IReadOnlyList<ClusterObject>> RenderAsIsAsync(ParseResult parsed, CliEnvironment environment, CancellationToken cancellationToken) =>
        Rendering.RenderAsync(environment, Overlay(parsed), null, cancellationToken);

    private ImageReference? Image(ParseResult parsed, CliEnvironment environment) =>
        parsed.GetValue(_image) is { } given ? ImageReference.Parse(given, "--image")
        : environment.Variable("IMG") is { Length: > 0 } variable ? ImageReference.Parse(variable, "IMG")
        : null;

    private string Overlay(ParseResult parsed) => parsed.GetValue(_overlay)!.TrimEnd('/', '\\') is { Length: > 0 } folder
        ? folder
        : throw new ScaffoldException("--overlay must name a folder");
}
