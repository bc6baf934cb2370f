using KubeBuilderNet.Cli.Images;
using KubeBuilderNet.Scaffolding;

namespace KubeBuilderNet.Cli.Tests;

public class ImageReferenceTests
{
    [Theory]
    [InlineData("controller", null, "controller", null, null)]
    [InlineData("controller:latest", null, "controller", "latest", null)]
    [InlineData("team/shop:v1", null, "team/shop", "v1", null)]
    [InlineData("localhost/shop", "localhost", "shop", null, null)]
    [InlineData("localhost:5000/a/b/c:v1.2.3-rc.1", "localhost:5000", "a/b/c", "v1.2.3-rc.1", null)]
    [InlineData("ghcr.io/a__b/c---d:_x", "ghcr.io", "a__b/c---d", "_x", null)]
    [InlineData("[::1]:5000/a", "[::1]:5000", "a", null, null)]
    [InlineData("r.io/a:v1@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "r.io", "a", "v1", "sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void A_name_has_its_parts(string text, string? registry, string repository, string? tag, string? digest)
    {
        var image = ImageReference.Parse(text, "--image");
        Assert.Equal(new ImageReference(registry, repository, tag, digest), image);
        Assert.Equal(text, image.ToString());
    }

    [Theory]
    [InlineData("", "the repository's name is missing")]
    [InlineData("r.io/", "the repository's name is missing")]
    [InlineData(":v1", "the repository's name is missing")]
    [InlineData("https://r.io/a", "an image's name has no 'https://' before it")]
    [InlineData("r_.io/a", "'r_.io' is no host of a registry")]
    [InlineData("r.io:port/a", "'r.io:port' is no host of a registry")]
    [InlineData("Shop", "the repository 'Shop' must be in lower case")]
    [InlineData("a//b", "the repository 'a//b' may have")]
    [InlineData("a/-b", "the repository 'a/-b' may have")]
    [InlineData("a:", "the tag '' must be")]
    [InlineData("a:-1", "the tag '-1' must be")]
    [InlineData("a:v1\n", "the tag 'v1\n' must be")]
    [InlineData("a@sha256:1", "the digest 'sha256:1' must be")]
    public void A_bad_name_is_refused_with_its_part(string text, string problem)
    {
        var error = Assert.Throws<ScaffoldException>(() => ImageReference.Parse(text, "--image"));
        Assert.StartsWith($"--image '{text}': {problem}", error.Message, StringComparison.Ordinal);
    }
}
