using System.Collections.Concurrent;
using System.Net;
using System.Text;
using KubeBuilderNet.Client.Rest;

namespace KubeBuilderNet.Client.Tests;

/// <summary>Answers each path with what it was told, any number of times and in any order; 404 otherwise.</summary>
internal sealed class RoutedServer : HttpMessageHandler
{
    private readonly ConcurrentDictionary<string, (HttpStatusCode Code, string Body)> _routes = new(StringComparer.Ordinal);

    internal ConcurrentQueue<string> Requests { get; } = [];

    internal ConcurrentQueue<string> Accepts { get; } = [];

    internal RoutedServer At(string path, string body, HttpStatusCode code = HttpStatusCode.OK)
    {
        _routes[path] = (code, body);
        return this;
    }

    internal RestClient Rest(RestClientOptions? options = null) => new(this, new Uri("https://cluster.example:6443"), options);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.PathAndQuery;
        Requests.Enqueue(path);
        Accepts.Enqueue(request.Headers.Accept.ToString());
        var (code, body) = _routes.GetValueOrDefault(path, (HttpStatusCode.NotFound, ""));
        return Task.FromResult(new HttpResponseMessage(code) { Content = new StringContent(body, Encoding.UTF8, "application/json") });
    }
}
