using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Net;
using System.Text;
using KubeBuilderNet.Client.Rest;

namespace KubeBuilderNet.Runtime.Tests.Caching;

/// <summary>An API server below the client: answers every list with the same objects, and sends the last watch what a test says.</summary>
internal sealed class ResourceServer : HttpMessageHandler
{
    private readonly ConcurrentQueue<Pipe> _watches = [];

    /// <summary>The objects, as the JSON of each.</summary>
    internal List<string> Items { get; } = [];

    /// <summary>What lists say they are a list of.</summary>
    internal string ListOf { get; init; } = """ "apiVersion":"example.com/v1","kind":"WidgetList" """;

    /// <summary>Whether lists are streamed; else that is refused, as by servers before 1.32.</summary>
    internal bool Streams { get; init; }

    /// <summary>What was asked, as <c>/apis/... accept</c>.</summary>
    internal ConcurrentQueue<string> Requests { get; } = [];

    internal RestClient Rest => new(this, new Uri("https://cluster.example"));

    internal async Task SendAsync(string type, string item)
    {
        await Eventually.True(() => !_watches.IsEmpty);
        await _watches.Last().Writer.WriteAsync(Encoding.UTF8.GetBytes($$"""{"type":"{{type}}","object":{{item}}}""" + "\n"), TestContext.Current.CancellationToken);
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var query = request.RequestUri!.Query;
        Requests.Enqueue($"{request.RequestUri.PathAndQuery} {request.Headers.Accept}");
        if (query.Contains("sendInitialEvents", StringComparison.Ordinal) && !Streams)
            return Task.FromResult(Answer(HttpStatusCode.UnprocessableEntity, """{"kind":"Status","reason":"Invalid","code":422}"""));
        return Task.FromResult(query.Contains("watch=true", StringComparison.Ordinal)
            ? Watch()
            : Answer(HttpStatusCode.OK, $$"""{ {{ListOf}},"metadata":{"resourceVersion":"10"},"items":[{{string.Join(',', Items)}}]}"""));
    }

    private HttpResponseMessage Watch()
    {
        var pipe = new Pipe();
        _watches.Enqueue(pipe);
        return new HttpResponseMessage { Content = new StreamContent(pipe.Reader.AsStream()) };
    }

    private static HttpResponseMessage Answer(HttpStatusCode code, string body) =>
        new(code) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
}
