using System.Net;
using KubeBuilderNet.Client.Errors;
using KubeBuilderNet.Client.Rest;
using Microsoft.Extensions.Time.Testing;

namespace KubeBuilderNet.Client.Tests.Rest;

public sealed class LimitTests : IDisposable
{
    private static readonly RestRequest Version = new(HttpMethod.Get, "/version");
    private readonly FakeServer _server = new();
    private readonly FakeTimeProvider _time = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task A_burst_goes_out_at_once_and_then_so_many_a_second()
    {
        for (var i = 0; i < 5; i++)
            _server.Answer("{}");
        using var rest = _server.Rest(new RestClientOptions { QueriesPerSecond = 2, Burst = 2, Time = _time });
        var answers = Enumerable.Range(0, 4).Select(_ => rest.SendAsync(Version, Token)).ToList();
        Assert.Equal(2, _server.Requests.Count);
        _time.Advance(TimeSpan.FromSeconds(0.5));
        await answers[2];
        Assert.Equal(3, _server.Requests.Count);
        _time.Advance(TimeSpan.FromSeconds(0.5));
        await answers[3];

        // A request that is given up takes nobody's turn.
        using var stop = new CancellationTokenSource();
        var given = rest.SendAsync(Version, stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        _time.Advance(TimeSpan.FromSeconds(0.5));
        await rest.SendAsync(Version, Token);
        Assert.Equal(5, _server.Requests.Count);
    }

    [Fact]
    public void A_limit_of_nothing_is_refused() =>
        Assert.Contains("QueriesPerSecond", Assert.Throws<ArgumentOutOfRangeException>(() => _server.Rest(new RestClientOptions { QueriesPerSecond = 0 })).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_request_may_have_less_time_than_others()
    {
        using var slow = new SilentServer();
        using var rest = new RestClient(slow, new Uri("https://cluster.example"), new RestClientOptions { Time = _time });
        var answer = rest.SendAsync(Version with { Timeout = TimeSpan.FromSeconds(3) }, Token);
        _time.Advance(TimeSpan.FromSeconds(2.9));
        Assert.False(answer.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(0.2));
        var error = await Assert.ThrowsAsync<KubernetesApiException>(() => answer);
        Assert.Equal((true, "GET /version: no answer within 3 s"), (error.IsTimeout, error.Message));
    }

    [Fact]
    public async Task A_watch_outlives_the_limit_of_a_request()
    {
        var pipe = new System.IO.Pipelines.Pipe();
        using var rest = _server.Stream(pipe.Reader.AsStream()).Rest(new RestClientOptions { Time = _time, RequestTimeout = TimeSpan.FromSeconds(5) });
        await using var changes = new KubernetesApiClient(rest).WatchAsync<k8s.Models.V1ConfigMap>(cancellationToken: Token).GetAsyncEnumerator(Token);
        var next = changes.MoveNextAsync();
        _time.Advance(TimeSpan.FromHours(1));
        await pipe.Writer.WriteAsync("""{"type":"ADDED","object":{"metadata":{"name":"a","resourceVersion":"1"}}}"""u8.ToArray(), Token);
        await pipe.Writer.WriteAsync("\n"u8.ToArray(), Token);
        Assert.True(await next);
        Assert.Equal("a", changes.Current.Resource!.Metadata.Name);
    }

    [Fact]
    public async Task A_read_that_the_server_failed_is_sent_again_when_it_says_when()
    {
        _server.Answer("", HttpStatusCode.InternalServerError, "1").Answer("{}").Answer("", HttpStatusCode.InternalServerError);
        using var rest = _server.Rest(new RestClientOptions { Time = _time });
        var answer = rest.SendAsync(Version, Token);
        _time.Advance(TimeSpan.FromSeconds(1));
        await answer;
        Assert.Equal(StatusReason.InternalError, (await Assert.ThrowsAsync<KubernetesApiException>(() => rest.SendAsync(Version, Token))).Reason);
    }

    private sealed class SilentServer : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException();
        }
    }
}
