using System.CommandLine;
using KubeBuilderNet.Scaffolding;
using KubeBuilderNet.Scaffolding.Plugins;

namespace KubeBuilderNet.Cli.Commands;

/// <summary>The flags of the plug-in deploy-image.</summary>
internal sealed class DeployImageFlags
{
    private readonly Option<string?> _image = new("--image") { Description = "deploy-image: the image that each object runs." };
    private readonly Option<string?> _command = new("--image-container-command") { Description = "deploy-image: the container's command and arguments, joined by commas." };
    private readonly Option<string?> _port = new("--image-container-port") { Description = "deploy-image: the port that the container listens on." };
    private readonly Option<string?> _user = new("--run-as-user") { Description = "deploy-image: the user id that the container runs as." };

    private IEnumerable<Option<string?>> All => [_image, _command, _port, _user];

    public void AddTo(Command command)
    {
        foreach (var option in All)
            command.Options.Add(option);
    }

    /// <summary>What was said; null without the plug-in.</summary>
    /// <exception cref="ScaffoldException">A flag is given, and the plug-in isn't.</exception>
    public DeployImageOptions? Value(ParseResult parsed, bool isUsed)
    {
        if (!isUsed && All.FirstOrDefault(option => parsed.GetValue(option) is not null) is { } lost)
            throw new ScaffoldException($"{lost.Name} is the plug-in deploy-image's: pass --plugins=deploy-image/v1-alpha, too");
        return !isUsed ? null : new DeployImageOptions
        {
            Image = parsed.GetValue(_image) ?? "",
            Command = parsed.GetValue(_command) ?? "",
            Port = parsed.GetValue(_port) ?? "",
            RunAsUser = parsed.GetValue(_user) ?? "",
        };
    }
}
