using System.Reflection;
using System.Text.Json.Nodes;
using k8s;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Configuration;
using KubeBuilderNet.Client.Errors;
using KubeBuilderNet.Client.Manifests;
using KubeBuilderNet.Client.Rest;

namespace KubeBuilderNet.Testing;

/// <summary>A real API server with its etcd, on free ports of this machine, for one test or many.</summary>
/// <remarks>Follows controller-runtime's <c>envtest.Environment</c>. Nothing outlives the program, however it ends.</remarks>
public sealed class ApiServer : IAsyncDisposable
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);
    private readonly ApiServerOptions _options;
    private readonly ServerCommands _commands;
    private ServerProcess? _etcd;
    private ServerProcess? _server;
    private ServerProcess? _controllerManager;

    private ApiServer(ApiServerOptions options, string assets)
    {
        _options = options;
        Folder = Directory.CreateTempSubdirectory("kubebuildernet-").FullName;
        _commands = new ServerCommands(assets, Folder);
    }

    /// <summary>Why no server can be started here; null when one can. For <c>Assert.SkipWhen(ApiServer.SkipReason is not null, ...)</c>.</summary>
    public static string? SkipReason => Assets is { } folder && Directory.Exists(folder)
        ? null
        : "KUBEBUILDER_ASSETS names no folder with etcd and kube-apiserver.";

    /// <summary>The folder with the servers' data and logs; deleted at the end.</summary>
    public string Folder { get; }

    /// <summary>A kubeconfig of an administrator.</summary>
    public string KubeconfigPath => _commands.Kubeconfig;

    /// <summary>The same as a client's configuration.</summary>
    public KubernetesClientConfiguration Configuration => ClusterConfiguration.Load(KubeconfigPath);

    private static string? Assets => Environment.GetEnvironmentVariable("KUBEBUILDER_ASSETS");

    /// <summary>Starts a server and waits until it is ready.</summary>
    /// <exception cref="InvalidOperationException">A program is missing or ended, or wasn't ready in time; the message has the end of its log.</exception>
    public static async Task<ApiServer> StartAsync(ApiServerOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new ApiServerOptions();
        var assets = options.AssetsFolder ?? Assets ?? throw new InvalidOperationException(SkipReason);
        var server = new ApiServer(options, assets);
        try
        {
            await server._commands.WriteFilesAsync(cancellationToken);
            server._etcd = server._commands.StartEtcd();
            await server.StartServerAsync(cancellationToken);
            if (options is { WithControllerManager: true, Kind: ApiServerKind.Kubernetes })
                server._controllerManager = server._commands.StartControllerManager();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>A client of the server; the caller's to dispose.</summary>
    public RestClient CreateRestClient(RestClientOptions? options = null) => new(Configuration, options);

    /// <summary>A typed client of the server.</summary>
    public IClient CreateClient() => new KubernetesApiClient(CreateRestClient());

    /// <summary>Applies CustomResourceDefinitions from JSON and waits until they are served.</summary>
    public async Task InstallAsync(params IReadOnlyList<JsonObject> definitions)
    {
        ArgumentNullException.ThrowIfNull(definitions);
        using var rest = CreateRestClient();
        var manifests = new ManifestClient(rest);
        foreach (var definition in definitions)
        {
            await manifests.ApplyAsync(definition, new ApplyOptions { FieldManager = "kubebuildernet-testing", Force = true });
            await manifests.WaitForEstablishedAsync((string)definition["metadata"]!["name"]!, TimeSpan.FromSeconds(30));
        }
    }

    /// <summary>Applies the CustomResourceDefinitions that the generator put into an assembly, and waits until they are served.</summary>
    /// <param name="assembly">An operator's assembly.</param>
    public Task InstallAsync(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return InstallAsync([.. assembly.GetCustomAttributes<KubernetesManifestAttribute>()
            .Where(manifest => manifest.Path.StartsWith("crd/", StringComparison.Ordinal))
            .Select(manifest => JsonNode.Parse(manifest.Json)!.AsObject())]);
    }

    /// <summary>Kills the API server as <c>kill -9</c> does; etcd keeps its data.</summary>
    public async Task KillAsync()
    {
        if (_server is null)
            return;
        await _server.KillAsync();
        _server.Dispose();
        _server = null;
    }

    /// <summary>Starts the API server again, on the same port and data, killing it before if it runs; waits until it is ready.</summary>
    public async Task RestartAsync(CancellationToken cancellationToken = default)
    {
        await KillAsync();
        await StartServerAsync(cancellationToken);
    }

    /// <summary>Ends everything and deletes the folder.</summary>
    public ValueTask DisposeAsync()
    {
        foreach (var process in (ServerProcess?[])[_controllerManager, _server, _etcd])
            process?.Dispose();
        try
        {
            Directory.Delete(Folder, recursive: true);
        }
        catch (IOException)
        {
            // A file still held on Windows is the temporary folder's business.
        }
        return ValueTask.CompletedTask;
    }

    private async Task StartServerAsync(CancellationToken cancellationToken)
    {
        _server = _commands.StartApiServer(_options);
        using var rest = CreateRestClient(new RestClientOptions { RequestTimeout = TimeSpan.FromSeconds(5), MaxRetries = 0 });
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_options.StartTimeout);
        while (!await IsReadyAsync(rest, limit.Token))
        {
            foreach (var process in (ServerProcess?[])[_etcd, _server])
            {
                if (process is { HasExited: true })
                    throw new InvalidOperationException($"A server ended before it was ready. The end of its log:\n{process.Tail(15)}");
            }
            if (limit.IsCancellationRequested)
            {
                cancellationToken.ThrowIfCancellationRequested();
                throw new InvalidOperationException($"The API server was not ready in {_options.StartTimeout.TotalSeconds:0} s. The end of its log:\n{_server.Tail(15)}");
            }
            await Task.Delay(Poll, CancellationToken.None);
        }
    }

    private async Task<bool> IsReadyAsync(RestClient rest, CancellationToken cancellationToken)
    {
        try
        {
            await rest.SendAsync(new RestRequest(HttpMethod.Get, "/readyz"), cancellationToken);
            // kube-apiserver makes the default namespace only after it is ready.
            if (_options.Kind == ApiServerKind.Kubernetes)
                await rest.SendAsync(new RestRequest(HttpMethod.Get, "/api/v1/namespaces/default"), cancellationToken);
            return true;
        }
        catch (Exception e) when (e is HttpRequestException or KubernetesApiException or OperationCanceledException or IOException)
        {
            return false;
        }
    }
}
