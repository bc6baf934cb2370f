using System.Formats.Tar;
using System.Text.Json.Nodes;
using KubeBuilderNet.Cli.Tests.Support;

namespace KubeBuilderNet.Cli.Tests;

public class ImageCommandTests
{
    [Fact]
    public async Task An_image_of_two_platforms_is_pushed_and_holds_the_operator()
    {
        using var registry = new FakeRegistry();
        using var shell = Project();
        Assert.True(await shell.Run("docker-push", "--image", $"{registry.Host}/team/shop:v1", "--base-image", registry.Base, "--platform", "linux/amd64,linux/arm64") == 0, shell.Error);
        Assert.Equal($"{registry.Host}/team/shop:v1 pushed\n", shell.Out);
        var manifests = registry.Manifest("team/shop", "v1")!["manifests"]!.AsArray();
        Assert.Equal(["amd64", "arm64"], manifests.Select(manifest => (string)manifest!["platform"]!["architecture"]!));
        foreach (var entry in manifests)
        {
            var manifest = registry.Manifest("team/shop", (string)entry!["digest"]!)!;
            var config = registry.Json((string)manifest["config"]!["digest"]!);
            Assert.Equal((string)entry["platform"]!["architecture"]!, (string)config["architecture"]!);
            Assert.Equal("65532", (string)config["config"]!["User"]!);
            Assert.Equal(["dotnet", "/app/shop.dll"], config["config"]!["Entrypoint"]!.AsArray().Select(word => (string)word!));
            Assert.Contains("DOTNET_EnableDiagnostics=0", config["config"]!["Env"]!.AsArray().Select(word => (string)word!));
            Assert.All(config["config"]!["Labels"]!.AsObject(), label => Assert.NotEqual("127.0.0.1", (string)label.Value!));
            var files = manifest["layers"]!.AsArray().SelectMany(layer => registry.FilesOf((string)layer!["digest"]!)).ToList();
            Assert.Contains("app/shop.dll", files);
            Assert.Contains("app/shop.runtimeconfig.json", files);
        }
    }

    [Fact]
    public async Task Without_an_engine_an_image_becomes_a_file_with_its_whole_name()
    {
        using var registry = new FakeRegistry();
        using var shell = Project();
        shell.Variables["PATH"] = "";
        Assert.True(await shell.Run("docker-build", "--image", "ghcr.io/team/shop:v1", "--base-image", registry.Base) == 0, shell.Error);
        Assert.Equal("ghcr.io/team/shop:v1 written to bin/shop_v1.tar\n", shell.Out);
        var index = JsonNode.Parse(Entry(Path.Combine(shell.Folder, "bin/shop_v1.tar"), "index.json"))!;
        Assert.Equal("ghcr.io/team/shop:v1", (string)index["manifests"]![0]!["annotations"]!["io.containerd.image.name"]!);

        Assert.True(await shell.Run("docker-build", "--base-image", registry.Base, "--platform", "linux/arm64,linux/amd64", "--output", "out/both.tar") == 0, shell.Error);
        Assert.Equal("controller:latest written to out/both.tar\n", shell.Out);
        var both = JsonNode.Parse(Entry(Path.Combine(shell.Folder, "out/both.tar"), "index.json"))!;
        Assert.Equal("docker.io/library/controller:latest", (string)both["manifests"]![0]!["annotations"]!["io.containerd.image.name"]!);
        Assert.Equal(["bin/shop_v1.tar", "out/both.tar"], shell.Files().Where(file => file.EndsWith(".tar", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_file_is_pushed_as_it_is_by_who_is_logged_in()
    {
        using var bases = new FakeRegistry();
        using var registry = new FakeRegistry { Credentials = "me:secret" };
        using var shell = Project();
        shell.Variables["DOCKER_CONFIG"] = shell.Folder;
        shell.Variables["HOME"] = shell.Folder;
        shell.Variables["XDG_RUNTIME_DIR"] = null;
        Assert.True(await shell.Run("docker-build", "--base-image", bases.Base, "--platform", "linux/amd64,linux/arm64", "--output", "both.tar") == 0, shell.Error);
        string[] push = ["docker-push", "--image", $"{registry.Host}/team/shop:v1", "--from", "both.tar"];
        Assert.Equal(1, await shell.Run(push));
        Assert.Equal($"kbnet: {registry.Host} doesn't let you push to team/shop: log in with 'docker login {registry.Host}' or 'podman login {registry.Host}'\n", shell.Error);

        shell.Write("config.json", new JsonObject { ["auths"] = new JsonObject { [registry.Host] = new JsonObject { ["auth"] = Convert.ToBase64String("me:secret"u8) } } }.ToJsonString());
        Assert.True(await shell.Run(push) == 0, shell.Error);
        var index = JsonNode.Parse(Entry(Path.Combine(shell.Folder, "both.tar"), "index.json"))!;
        var digest = (string)index["manifests"]![0]!["digest"]!;
        Assert.Equal($"{registry.Host}/team/shop:v1 pushed ({digest})\n", shell.Out);
        Assert.Equal(registry.Manifest("team/shop", digest)!.ToJsonString(), registry.Manifest("team/shop", "v1")!.ToJsonString());
        foreach (var entry in registry.Manifest("team/shop", "v1")!["manifests"]!.AsArray())
        {
            var manifest = registry.Manifest("team/shop", (string)entry!["digest"]!)!;
            Assert.Equal("65532", (string)registry.Json((string)manifest["config"]!["digest"]!)["config"]!["User"]!);
            Assert.Contains("app/shop.dll", manifest["layers"]!.AsArray().SelectMany(layer => registry.FilesOf((string)layer!["digest"]!)));
        }
        Assert.Equal(0, await shell.Run(push));

        // The way of the great registries: a helper knows the password, and the registry gives a token for it.
        using var tokens = new FakeRegistry { Credentials = "me:other", HasTokens = true };
        shell.WriteProgram("tools/docker-credential-vault", $$"""
            #!/bin/sh
            read -r registry
            [ "$1 $registry" = "get {{tokens.Host}}" ] && echo '{"Username": "me", "Secret": "other"}'

            """.ReplaceLineEndings("\n"));
        shell.Variables["PATH"] = Path.Combine(shell.Folder, "tools");
        shell.Write("config.json", new JsonObject { ["credHelpers"] = new JsonObject { [tokens.Host] = "vault" } }.ToJsonString());
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The helper is a script of a Unix shell here.");
        Assert.True(await shell.Run("docker-push", "--image", $"{tokens.Host}/team/shop:v1", "--from", "both.tar") == 0, shell.Error);
        Assert.NotNull(tokens.Manifest("team/shop", digest));
    }

    [Fact]
    public async Task An_engine_that_answers_gets_the_image_under_its_whole_name()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The engine is a script of a Unix shell here.");
        using var registry = new FakeRegistry();
        using var shell = Project();
        shell.WriteProgram("tools/podman", $"#!/bin/sh\n[ \"$1\" = load ] && cp \"$3\" '{shell.Folder}/loaded.tar'\nexit 0\n");
        shell.Variables["PATH"] = Path.Combine(shell.Folder, "tools");
        shell.Variables["IMG"] = "localhost:5000/team/shop:dev";
        Assert.True(await shell.Run("docker-build", "--base-image", registry.Base) == 0, shell.Error);
        Assert.Equal("localhost:5000/team/shop:dev loaded into podman\n", shell.Out);
        var manifest = JsonNode.Parse(Entry(Path.Combine(shell.Folder, "loaded.tar"), "manifest.json"))!;
        Assert.Equal("localhost:5000/team/shop:dev", (string)manifest[0]!["RepoTags"]![0]!);

        shell.WriteProgram("tools/docker", "#!/bin/sh\nexit 1\n");
        Assert.Equal(1, await shell.Run("docker-build", "--container-tool", "docker"));
        Assert.Equal("kbnet: docker does not answer: start it, or pass --output to write a file\n", shell.Error);
    }

    [Theory]
    [InlineData("docker-build --image Shop", 1, "kbnet: --image 'Shop': the repository 'Shop' must be in lower case\n")]
    [InlineData("docker-push --image shop:v1", 1, "kbnet: 'shop:v1' names no registry to push to: write it as registry.example.com/shop:v1\n")]
    [InlineData("docker-push --image r.io/shop --from none.tar", 1, "kbnet: none.tar: there is no such file\n")]
    [InlineData("docker-push --image r.io/shop --from shop.csproj", 1, "kbnet: shop.csproj is no image: ")]
    [InlineData("docker-push --image r.io/shop --from a.tar --platform linux/amd64", 1, "kbnet: --from pushes an image that is made already: leave out the project, --platform and --base-image\n")]
    [InlineData("docker-push --image r.io/shop --platform linux/riscv", 1, "kbnet: --platform 'linux/riscv' is not known: use linux/amd64, linux/arm64, linux/arm/v7, linux/s390x, linux/ppc64le\n")]
    [InlineData("docker-build --base-image base:-1", 1, "kbnet: --base-image 'base:-1': the tag '-1' must be 1 to 128 letters, digits, '_', '.' or '-', and not start with '.' or '-'\n")]
    [InlineData("docker-build --output out/", 1, "kbnet: --output 'out/' must name a file\n")]
    [InlineData("docker-build --container-tool podman", 1, "kbnet: --container-tool 'podman' is not on the PATH: install it, or leave the flag out\n")]
    [InlineData("docker-build --container-tool nerdctl", 2, "kbnet: --container-tool 'nerdctl' is not known: use docker or podman. See 'kbnet docker-build --help'.\n")]
    [InlineData("docker-build --container-tool docker --output a", 2, "kbnet: --output and --container-tool contradict each other: pass one. See 'kbnet docker-build --help'.\n")]
    public async Task What_is_wrong_is_said_before_anything_is_built(string line, int code, string error)
    {
        using var shell = Project();
        shell.Variables["PATH"] = "";
        Assert.Equal(code, await shell.Run(line.Split(' ')));
        Assert.StartsWith(error, shell.Error, StringComparison.Ordinal);
        Assert.Single(shell.Error.TrimEnd('\n').Split('\n'));
        Assert.DoesNotContain(shell.Files(), file => file.StartsWith("obj/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_goes_wrong_while_building_is_one_line_and_the_compilers_lines_stay()
    {
        using var registry = new FakeRegistry();
        using var shell = Project();
        Assert.Equal(1, await shell.Run("docker-build", "--base-image", $"{registry.Host}/base/none:1", "--output", "a.tar"));
        Assert.Single(shell.Error.TrimEnd('\n').Split('\n'));
        Assert.Contains("base/none", shell.Error, StringComparison.Ordinal);
        var closed = $"127.0.0.1:{FakeCluster.FreePort()}";
        Assert.Equal(1, await shell.Run("docker-build", "--base-image", $"{closed}/base/none:1", "--output", "a.tar"));
        Assert.Single(shell.Error.TrimEnd('\n').Split('\n'));
        Assert.Contains(closed, shell.Error, StringComparison.Ordinal);
        shell.Write("Program.cs", "return 0");
        Assert.Equal(1, await shell.Run("docker-build", "--base-image", registry.Base, "--output", "a.tar"));
        Assert.Contains("Program.cs(1,9): error CS1002", shell.Error, StringComparison.Ordinal);
        Assert.EndsWith("kbnet: the build failed\n", shell.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("a.tar", shell.Files());
    }

    // The container's properties are those of the template for projects.
    private static Shell Project()
    {
        var shell = new Shell();
        var template = File.ReadAllText(Checkout.PathOf("templates", "init", "[project].csproj.scriban"));
        var start = template.IndexOf("  <PropertyGroup Label=\"Container\">", StringComparison.Ordinal);
        var end = template.IndexOf("</ItemGroup>", start, StringComparison.Ordinal) + "</ItemGroup>".Length;
        shell.Write("shop.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>Exe</OutputType>
              </PropertyGroup>
            {template[start..end]}
            </Project>
            """);
        shell.Write("Program.cs", "return 0;\n");
        return shell;
    }

    private static string Entry(string archive, string name)
    {
        using var reader = new TarReader(File.OpenRead(archive));
        while (reader.GetNextEntry() is { } entry)
        {
            if (entry.Name == name)
                return new StreamReader(entry.DataStream!).ReadToEnd();
        }
        throw new InvalidOperationException($"{archive} has no {name}");
    }
}
