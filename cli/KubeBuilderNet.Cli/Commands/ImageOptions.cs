using System.CommandLine;
using KubeBuilderNet.Cli.Building;
using KubeBuilderNet.Cli.Images;
using KubeBuilderNet.Scaffolding;

namespace KubeBuilderNet.Cli.Commands;

/// <summary>What every command has that makes an image.</summary>
internal sealed class ImageOptions
{
    private readonly Argument<string?> _project = OptionalArgument.Project();
    private readonly Option<string?> _image = new("--image") { Description = "The image's name and tag. [default: $IMG, else controller:latest]" };
    private readonly Option<string?> _platform = new("--platform") { Description = "What it is to run on: linux/amd64, linux/arm64, or several with commas. [default: this machine's]" };
    private readonly Option<string?> _baseImage = new("--base-image") { Description = "The image that it is put on. [default: .NET's own, as the project says]" };

    public void AddTo(Command command)
    {
        command.Arguments.Add(_project);
        command.Options.Add(_image);
        command.Options.Add(_platform);
        command.Options.Add(_baseImage);
    }

    /// <summary>Whether something was said that only building heeds.</summary>
    public bool IsBuildAsked(ParseResult parsed) =>
        parsed.GetValue(_project) is not null || parsed.GetValue(_platform) is not null || parsed.GetValue(_baseImage) is not null;

    /// <summary>The image's name.</summary>
    /// <exception cref="ScaffoldException">It is no name, or has a digest, which only a finished image has.</exception>
    public ImageReference Image(ParseResult parsed, CliEnvironment environment)
    {
        var (text, source) = parsed.GetValue(_image) is { } given ? (given, "--image")
            : environment.Variable("IMG") is { Length: > 0 } variable ? (variable, "IMG")
            : ("controller:latest", "--image");
        var image = ImageReference.Parse(text, source);
        return image.Digest is null ? image : throw new ScaffoldException($"{source} '{text}' has a digest, which an image gets by being built: write only a tag");
    }

    /// <summary>The image that is asked for.</summary>
    public ImageBuild Build(ParseResult parsed, CliEnvironment environment, ImageTarget target) => new()
    {
        Project = UserProject.Find(environment.Folder, parsed.GetValue(_project)),
        Image = Image(parsed, environment),
        Target = target,
        Platforms = Platform.ParseList(parsed.GetValue(_platform)),
        BaseImage = parsed.GetValue(_baseImage) is { } reference ? ImageReference.Parse(reference, "--base-image") : null,
    };
}
