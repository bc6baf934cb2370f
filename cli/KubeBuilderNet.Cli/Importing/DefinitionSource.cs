using System.CommandLine;
using System.Text.Json.Nodes;
using KubeBuilderNet.Cli.Cluster;
using KubeBuilderNet.Cli.Commands;
using KubeBuilderNet.Client.Manifests;
using KubeBuilderNet.Client.Rest;
using KubeBuilderNet.Scaffolding;
using KubeBuilderNet.Scaffolding.Importing.Reading;

namespace KubeBuilderNet.Cli.Importing;

/// <summary>Where definitions come from: a file, an address, a pipe, a cluster.</summary>
internal static class DefinitionSource
{
    private const long LargestAnswer = 100 * 1024 * 1024;

    public static async Task<(string Name, IReadOnlyList<JsonObject> Definitions)> ReadAsync(
        string source, CliEnvironment environment, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var (name, text) = source switch
        {
            "-" => ("standard input", await environment.In.ReadToEndAsync(cancellationToken)),
            _ when IsAddress(source) => (source, await DownloadAsync(source, timeout, cancellationToken)),
            _ => (source, ReadFile(source, environment)),
        };
        // Not on the caller's thread: Ctrl-C is listened for once the command has given back its task, and not before.
        return (name, await Task.Run(() => CrdFile.Read(name, text.TrimStart('\uFEFF')), cancellationToken));
    }

    public static async Task<(string Name, IReadOnlyList<JsonObject> Definitions)> FromClusterAsync(
        string name, ClusterOptions options, ParseResult parsed, CancellationToken cancellationToken)
    {
        var configuration = options.Load(parsed);
        using var rest = new RestClient(configuration);
        var wanted = new JsonObject
        {
            ["apiVersion"] = "apiextensions.k8s.io/v1",
            ["kind"] = "CustomResourceDefinition",
            ["metadata"] = new JsonObject { ["name"] = name },
        };
        var deadline = new Deadline(configuration.Host, options.Timeout(parsed));
        var found = await deadline.RunAsync(token => new ManifestClient(rest).FindAsync(wanted, token), cancellationToken)
            ?? throw new ScaffoldException($"the cluster has no CRD '{name}': see 'kubectl get crds', its name is <plural>.<group>");
        return (configuration.Host, [found]);
    }

    private static bool IsAddress(string source) =>
        source.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || source.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    private static string ReadFile(string path, CliEnvironment environment)
    {
        var files = environment.Files;
        if (files.DirectoryExists(path))
            throw new ScaffoldException($"{path} is a folder: name a file in it");
        return files.FileExists(path) ? files.ReadText(path) : throw new ScaffoldException($"there is no file {path}");
    }

    private static async Task<string> DownloadAsync(string address, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { Timeout = timeout, MaxResponseContentBufferSize = LargestAnswer };
        try
        {
            using var response = await http.GetAsync(new Uri(address, UriKind.Absolute), cancellationToken);
            if (!response.IsSuccessStatusCode)
                throw new ScaffoldException($"{address}: the server answered {(int)response.StatusCode} {response.ReasonPhrase}");
            return await response.Content.ReadAsStringAsync(cancellationToken);
        }
        catch (UriFormatException e)
        {
            throw new ScaffoldException($"{address} is no address: {e.Message}", e);
        }
        catch (HttpRequestException e)
        {
            throw new ScaffoldException($"{address}: {e.Message}", e);
        }
        catch (TaskCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ScaffoldException($"{address}: no answer within {timeout.TotalSeconds:0} s: see --timeout", e);
        }
    }
}
