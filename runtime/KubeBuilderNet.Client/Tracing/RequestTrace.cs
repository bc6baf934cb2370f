using System.Diagnostics;
using System.Globalization;
using KubeBuilderNet.Client.Errors;
using KubeBuilderNet.Client.Rest;

namespace KubeBuilderNet.Client.Tracing;

/// <summary>A span for each request, retries included, under OpenTelemetry's names for HTTP. While nobody listens it costs a look at a field.</summary>
internal static class RequestTrace
{
    private static readonly ActivitySource Source = new("KubeBuilderNet");

    /// <summary>Begins the span; null while nobody listens.</summary>
    internal static Activity? Start(RestRequest request, Uri server)
    {
        if (!Source.HasListeners() || Source.StartActivity($"{request.Method} {Template(request.Path)}", ActivityKind.Client) is not { } span)
            return null;
        return span
            .SetTag("http.request.method", request.Method.Method)
            .SetTag("url.path", Path(request.Path))
            .SetTag("server.address", server.Host)
            .SetTag("server.port", server.Port);
    }

    internal static void Fail(this Activity span, Exception e)
    {
        var error = e is KubernetesApiException { Code: > 0 } refusal ? ((int)refusal.Code).ToString(CultureInfo.InvariantCulture) : e.GetType().FullName;
        span.SetTag("error.type", error).SetStatus(ActivityStatusCode.Error, e.Message);
    }

    /// <summary>The path without what names an object: as few names of spans as there are resources.</summary>
    internal static string Template(string path)
    {
        var parts = Path(path).Split('/', StringSplitOptions.RemoveEmptyEntries);
        var begin = parts is ["api", ..] ? 2 : parts is ["apis", ..] ? 3 : parts.Length;
        if (parts.Length > begin + 2 && parts[begin] == "namespaces")
            parts[begin + 1] = "{namespace}";
        var name = parts.Length > begin + 2 && parts[begin] == "namespaces" ? begin + 3 : begin + 1;
        if (parts.Length > name)
            parts[name] = "{name}";
        return "/" + string.Join('/', parts);
    }

    private static string Path(string path) => path.IndexOf('?', StringComparison.Ordinal) is var at and >= 0 ? path[..at] : path;
}
