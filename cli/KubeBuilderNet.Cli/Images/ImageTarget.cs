namespace KubeBuilderNet.Cli.Images;

/// <summary>Where an image goes.</summary>
internal abstract record ImageTarget
{
    private ImageTarget()
    {
    }

    /// <summary>Into the registry that its name says.</summary>
    internal sealed record Registry : ImageTarget;

    /// <summary>Into a file.</summary>
    /// <param name="Path">Its full path.</param>
    internal sealed record Archive(string Path) : ImageTarget;

    /// <summary>Into the images of a container engine on this machine.</summary>
    /// <param name="Tool"><c>docker</c> or <c>podman</c>.</param>
    /// <param name="Program">Its program's full path.</param>
    internal sealed record Engine(string Tool, string Program) : ImageTarget;
}
