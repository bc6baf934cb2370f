using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace KubeBuilderNet.Cli.Tests.Support;

/// <summary>As much of an API server as CRDs need, on loopback.</summary>
internal sealed class FakeCluster : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Dictionary<string, JsonObject> _definitions = [];

    public FakeCluster()
    {
        Port = FreePort();
        _listener.Prefixes.Add($"http://127.0.0.1:{Port}/");
        _listener.Start();
        _ = ServeAsync();
    }

    public int Port { get; }

    /// <summary>Each request but discovery: its verb, path and query.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>A code to answer every change with, instead of doing it.</summary>
    public (int Code, string Reason, string Message)? Refusal { get; set; }

    public JsonObject? Stored(string name) => _definitions.GetValueOrDefault(name);

    public string Kubeconfig => KubeconfigOf(Port);

    public static string KubeconfigOf(int port) => $"""
        apiVersion: v1
        kind: Config
        current-context: test
        clusters:
        - name: test
          cluster:
            server: http://127.0.0.1:{port}
        contexts:
        - name: test
          context:
            cluster: test
            user: test
        users:
        - name: test
          user:
            token: secret
        """;

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
            using var reader = new StreamReader(context.Request.InputStream);
            var (code, body) = Answer(context.Request, await reader.ReadToEndAsync());
            var bytes = Encoding.UTF8.GetBytes(body.ToJsonString());
            context.Response.StatusCode = code;
            context.Response.ContentType = "application/json";
            await context.Response.OutputStream.WriteAsync(bytes);
            context.Response.Close();
        }
    }

    private (int Code, JsonObject Body) Answer(HttpListenerRequest request, string body)
    {
        if (request.Url!.AbsolutePath == "/apis/apiextensions.k8s.io/v1")
        {
            var kind = new JsonObject { ["name"] = "customresourcedefinitions", ["kind"] = "CustomResourceDefinition", ["namespaced"] = false };
            return (200, new JsonObject { ["kind"] = "APIResourceList", ["groupVersion"] = "apiextensions.k8s.io/v1", ["resources"] = new JsonArray(kind) });
        }
        Requests.Add($"{request.HttpMethod} {request.Url.PathAndQuery}");
        if (Refusal is { } refusal && request.HttpMethod != "GET")
            return (refusal.Code, Status(refusal.Code, refusal.Reason, refusal.Message));
        var name = request.Url.AbsolutePath.Split('/')[^1];
        var isDryRun = request.Url.Query.Contains("dryRun=All", StringComparison.Ordinal) || body.Contains("\"dryRun\"", StringComparison.Ordinal);
        if (request.HttpMethod == "PATCH")
        {
            var stored = JsonNode.Parse(body)!.AsObject();
            stored["status"] = new JsonObject { ["conditions"] = new JsonArray(new JsonObject { ["type"] = "Established", ["status"] = "True" }) };
            if (!isDryRun)
                _definitions[name] = stored;
            return (200, stored.DeepClone().AsObject());
        }
        if (!_definitions.TryGetValue(name, out var definition))
            return (404, Status(404, "NotFound", $"customresourcedefinitions \"{name}\" not found"));
        if (request.HttpMethod == "DELETE" && !isDryRun)
            _definitions.Remove(name);
        return (200, definition.DeepClone().AsObject());
    }

    private static JsonObject Status(int code, string reason, string message) => new()
    {
        ["kind"] = "Status",
        ["apiVersion"] = "v1",
        ["status"] = "Failure",
        ["code"] = code,
        ["reason"] = reason,
        ["message"] = message,
    };
}
