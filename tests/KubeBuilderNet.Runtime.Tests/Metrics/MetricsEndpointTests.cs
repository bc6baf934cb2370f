using k8s.Models;
using KubeBuilderNet.Runtime.Tests.Serving;

namespace KubeBuilderNet.Runtime.Tests.Metrics;

public sealed class MetricsEndpointTests
{
    private readonly SteadyTime _time = new();
    private readonly MemoryClient _client = new() { Created = Review };

    [Theory]
    [InlineData(200, "scraper")]
    [InlineData(403, "stranger")]
    [InlineData(401, "forged")]
    [InlineData(401, null)]
    [InlineData(401, "")]
    public async Task Who_may_see_metrics_is_the_API_servers_to_say(int status, string? token)
    {
        await using var server = await StartAsync();
        Assert.Equal(status, (await server.GetAsync("/metrics", token)).Status);
    }

    [Fact]
    public async Task An_answer_is_kept_for_a_minute()
    {
        await using var server = await StartAsync();
        for (var round = 0; round < 3; round++)
            await server.GetAsync("/metrics", "scraper");
        Assert.Equal(["create TokenReview ", "create SubjectAccessReview "], _client.Requests);
        _time.Advance(TimeSpan.FromSeconds(61));
        await server.GetAsync("/metrics", "scraper");
        Assert.Equal(4, _client.Requests.Count);
    }

    [Fact]
    public async Task Without_the_API_server_nobody_sees_metrics()
    {
        _client.Fault = static _ => new HttpRequestException("gone");
        await using var server = await StartAsync();
        Assert.Equal((500, ""), await server.GetAsync("/metrics", "scraper"));
        _client.Fault = static _ => null;
        Assert.Equal(200, (await server.GetAsync("/metrics", "scraper")).Status);
    }

    [Fact]
    public async Task Metrics_are_in_Prometheus_text_format()
    {
        await using var server = await StartAsync();
        var (_, text) = await server.GetAsync("/metrics", "scraper");
        Assert.Contains("# TYPE process_cpu_seconds_total counter\nprocess_cpu_seconds_total ", text, StringComparison.Ordinal);
        Assert.Contains("\n# TYPE process_resident_memory_bytes gauge\n", text, StringComparison.Ordinal);
        Assert.Contains("\ndotnet_gc_collections_total{gc_heap_generation=\"gen0\"} ", text, StringComparison.Ordinal);
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
    }

    private Task<TestServer> StartAsync() => TestServer.StartAsync(options => options.Metrics.BindAddress = "127.0.0.1:0", _client, _time);

    private static object? Review(object asked) => asked switch
    {
        V1TokenReview { Spec.Token: "forged" } => new V1TokenReview { Status = new V1TokenReviewStatus { Authenticated = false } },
        V1TokenReview { Spec.Token: var token } => new V1TokenReview { Status = new V1TokenReviewStatus { Authenticated = true, User = new V1UserInfo { Username = token } } },
        V1SubjectAccessReview { Spec: { NonResourceAttributes: { Path: "/metrics", Verb: "get" }, User: var user } } =>
            new V1SubjectAccessReview { Status = new V1SubjectAccessReviewStatus { Allowed = user == "scraper" } },
        _ => null,
    };
}
