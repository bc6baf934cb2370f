using System.Net;
using System.Text;
using KubeBuilderNet.Client.Rest;

namespace KubeBuilderNet.Client.Tests;

/// <summary>Answers requests by a script and keeps them.</summary>
internal sealed class FakeServer : HttpMessageHandler
{
    private readonly Queue<Func<HttpResponseMessage>> _answers = new();

    internal List<string> Requests { get; } = [];

    internal List<string> Bodies { get; } = [];

    internal FakeServer Answer(string body, HttpStatusCode code = HttpStatusCode.OK, string? retryAfter = null, string? warning = null)
    {
        _answers.Enqueue(() =>
        {
            var response = new HttpResponseMessage(code) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
            if (retryAfter is not null)
                response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
            if (warning is not null)
                response.Headers.TryAddWithoutValidation("Warning", warning);
            return response;
        });
        return this;
    }

    internal FakeServer Stream(Stream body)
    {
        _answers.Enqueue(() => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(body) });
        return this;
    }

    internal FakeServer Fail(Exception error)
    {
        _answers.Enqueue(() => throw error);
        return this;
    }

    internal RestClient Rest(RestClientOptions? options = null) => new(this, new Uri("https://cluster.example"), options);

    internal KubernetesApiClient Client(RestClientOptions? options = null) => new(Rest(options));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Add($"{request.Method} {request.RequestUri!.PathAndQuery}");
        Bodies.Add(request.Content is null ? "" : $"{request.Content.Headers.ContentType}|{await request.Content.ReadAsStringAsync(cancellationToken)}");
        return _answers.Count > 0 ? _answers.Dequeue()() : await Task.FromException<HttpResponseMessage>(new HttpRequestException("no answer"));
    }
}
