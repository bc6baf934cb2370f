using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using KubeBuilderNet.Cli.Building;
using KubeBuilderNet.Cli.Deploying;
using KubeBuilderNet.Scaffolding;

namespace KubeBuilderNet.Cli.Images;

/// <summary>Who somebody is to a registry, as <c>docker login</c> and <c>podman login</c> keep it.</summary>
/// <param name="environment">Where the files are looked for.</param>
internal sealed class RegistryCredentials(CliEnvironment environment)
{
    // Docker keeps Docker Hub's under the address of its first version.
    private const string DockerHubKey = "https://index.docker.io/v1/";

    /// <summary>User and password with a colon between them; null for nobody.</summary>
    /// <exception cref="ScaffoldException">A file is no JSON.</exception>
    public async Task<string?> FindAsync(string registry, CancellationToken cancellationToken)
    {
        string[] keys = registry == ImageReference.DefaultRegistry ? [registry, DockerHubKey] : [registry, $"https://{registry}", $"https://{registry}/v1/"];
        foreach (var path in Files().Where(File.Exists))
        {
            var config = Read(path);
            foreach (var key in keys)
            {
                if ((string?)config["auths"]?[key]?["auth"] is { Length: > 0 } login)
                    return Encoding.UTF8.GetString(Convert.FromBase64String(login));
                if (((string?)config["credHelpers"]?[key] ?? (string?)config["credsStore"]) is { Length: > 0 } helper && await AskAsync(helper, key, cancellationToken) is { } answer)
                    return answer;
            }
        }
        return null;
    }

    private IEnumerable<string> Files()
    {
        var home = environment.Variable("HOME") ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        yield return Path.Combine(environment.Variable("DOCKER_CONFIG") ?? Path.Combine(home, ".docker"), "config.json");
        if (environment.Variable("REGISTRY_AUTH_FILE") is { Length: > 0 } named)
            yield return named;
        if (environment.Variable("XDG_RUNTIME_DIR") is { Length: > 0 } runtime)
            yield return Path.Combine(runtime, "containers", "auth.json");
        yield return Path.Combine(home, ".config", "containers", "auth.json");
    }

    private static JsonObject Read(string path)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(path)) as JsonObject ?? [];
        }
        catch (JsonException e)
        {
            throw new ScaffoldException($"{path}: {e.Message}", e);
        }
    }

    // A helper keeps passwords where the system does, and answers on a pipe.
    private async Task<string?> AskAsync(string helper, string key, CancellationToken cancellationToken)
    {
        if (Programs.Find(environment, $"docker-credential-{helper}") is not { } program)
            return null;
        var run = await ProcessRun.OfAsync(program, ["get"], environment.Folder, cancellationToken, input: key);
        return run.Code == 0 && JsonNode.Parse(run.Output) is JsonObject answer ? $"{(string?)answer["Username"]}:{(string?)answer["Secret"]}" : null;
    }
}
