using System.Globalization;

namespace KubeBuilderNet.Scaffolding.Plugins;

/// <summary>What the plug-in deploy-image was asked for. Nothing is checked yet.</summary>
public sealed record DeployImageOptions
{
    private const int HighestPort = 65535;

    /// <summary>The image that each object runs.</summary>
    public string Image { get; init; } = "";

    /// <summary>The container's command and its arguments, joined by commas; empty for the image's own.</summary>
    public string Command { get; init; } = "";

    /// <summary>The port that the container listens on; empty for none.</summary>
    public string Port { get; init; } = "";

    /// <summary>The user id that the container runs as; empty for the image's own.</summary>
    public string RunAsUser { get; init; } = "";

    internal int? CheckedPort() => Port.Length == 0 ? null
        : !int.TryParse(Port, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var port)
            ? throw new ScaffoldException($"--image-container-port must be a valid integer, got '{Port}'")
        : port is < 1 or > HighestPort
            ? throw new ScaffoldException($"--image-container-port must be between 1 and {HighestPort}, got {port}")
        : port;

    internal long? CheckedUser() => RunAsUser.Length == 0 ? null
        : !long.TryParse(RunAsUser, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var user)
            ? throw new ScaffoldException($"--run-as-user must be a valid integer, got '{RunAsUser}'")
        : user < 0
            ? throw new ScaffoldException($"--run-as-user must be non-negative, got {user}")
        : user;

    internal string CheckedImage() => Image.Trim() switch
    {
        "" => throw new ScaffoldException("--image is missing: the plug-in deploy-image needs to know which image the kind's objects run"),
        var image when image.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)) => throw new ScaffoldException($"--image '{Image}' is no image: white space in it"),
        var image => image,
    };
}
