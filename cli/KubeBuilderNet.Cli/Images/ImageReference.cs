using System.Text.RegularExpressions;
using KubeBuilderNet.Scaffolding;

namespace KubeBuilderNet.Cli.Images;

/// <summary>The name of an image, in the grammar of github.com/distribution/reference.</summary>
/// <param name="Registry">The registry's host, with its port; null for Docker Hub, or for an image that is only on this machine.</param>
/// <param name="Repository">The path in the registry.</param>
/// <param name="Tag">The tag; null for none.</param>
/// <param name="Digest">The digest; null for none.</param>
internal sealed partial record ImageReference(string? Registry, string Repository, string? Tag, string? Digest)
{
    /// <summary>The tag of an image that has none.</summary>
    public const string DefaultTag = "latest";

    /// <summary>The registry of an image that names none.</summary>
    public const string DefaultRegistry = "docker.io";

    private const int LongestName = 255;

    /// <summary>The name without tag and digest.</summary>
    public string Name => Registry is null ? Repository : $"{Registry}/{Repository}";

    /// <summary>The whole name, with what is left out: <c>docker.io/library/controller:latest</c>.</summary>
    public string Canonical =>
        (Registry is null ? $"{DefaultRegistry}/{(Repository.Contains('/', StringComparison.Ordinal) ? "" : "library/")}{Repository}" : Name) + $":{Tag ?? DefaultTag}";

    /// <summary>Whether its registry is on this machine, where it needs no certificate.</summary>
    public bool IsLoopback => Registry?.Split(':')[0] is "localhost" or "127.0.0.1" || Registry?.StartsWith("[::1]", StringComparison.Ordinal) == true;

    /// <summary>Reads a name.</summary>
    /// <param name="text">The name.</param>
    /// <param name="source">Where it is from, for messages, such as <c>--image</c>.</param>
    /// <exception cref="ScaffoldException">Says which part is wrong.</exception>
    public static ImageReference Parse(string text, string source)
    {
        var (rest, digest) = Cut(text, '@');
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        var first = slash < 0 ? "" : rest[..slash];
        var isRegistry = first.AsSpan().IndexOfAny('.', ':') >= 0 || first == "localhost" || first.Any(char.IsAsciiLetterUpper);
        var (repository, tag) = Cut(isRegistry ? rest[(slash + 1)..] : rest, ':');
        var reference = new ImageReference(isRegistry ? first : null, repository, tag, digest);
        return Problem(reference) is { } problem ? throw new ScaffoldException($"{source} '{text}': {problem}") : reference;
    }

    public override string ToString() => Name + (Tag is null ? "" : ":" + Tag) + (Digest is null ? "" : "@" + Digest);

    private static string? Problem(ImageReference image)
    {
        if (image.Repository.Length == 0)
            return "the repository's name is missing: write it as registry.example.com/team/operator:v1.0.0";
        if (image.Repository.Contains("://", StringComparison.Ordinal) || image.Registry is "http:" or "https:")
            return "an image's name has no 'https://' before it";
        if (image.Registry is not null && !HostForm().IsMatch(image.Registry))
            return $"'{image.Registry}' is no host of a registry";
        if (image.Repository.Any(char.IsAsciiLetterUpper))
            return $"the repository '{image.Repository}' must be in lower case";
        if (!RepositoryForm().IsMatch(image.Repository))
            return $"the repository '{image.Repository}' may have lower-case letters and digits, and '.', '_' or '-' between them";
        if (image.Name.Length > LongestName)
            return $"the name is {image.Name.Length} characters long, and {LongestName} is the most";
        if (image.Tag is not null && !TagForm().IsMatch(image.Tag))
            return $"the tag '{image.Tag}' must be 1 to 128 letters, digits, '_', '.' or '-', and not start with '.' or '-'";
        return image.Digest is not null && !DigestForm().IsMatch(image.Digest) ? $"the digest '{image.Digest}' must be sha256: and 64 hexadecimal digits" : null;
    }

    private static (string Before, string? After) Cut(string text, char at) =>
        text.IndexOf(at, StringComparison.Ordinal) is >= 0 and var found ? (text[..found], text[(found + 1)..]) : (text, null);

    [GeneratedRegex(@"^(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*|\[[0-9a-fA-F:]+\])(?::[0-9]{1,5})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex HostForm();

    [GeneratedRegex(@"^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex RepositoryForm();

    [GeneratedRegex(@"^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}\z", RegexOptions.CultureInvariant)]
    private static partial Regex TagForm();

    [GeneratedRegex(@"^sha256:[0-9a-f]{64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex DigestForm();
}
