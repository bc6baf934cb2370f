using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using k8s.Models;
using KubeBuilderNet.Client.Errors;
using KubeBuilderNet.Client.Tracing;
using Microsoft.Extensions.Time.Testing;

namespace KubeBuilderNet.Client.Tests.Tracing;

public sealed class RequestTraceTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/api/v1/pods?limit=500", "/api/v1/pods")]
    [InlineData("/api/v1/namespaces/ops/pods", "/api/v1/namespaces/{namespace}/pods")]
    [InlineData("/api/v1/namespaces/ops/pods/x/log?follow=true", "/api/v1/namespaces/{namespace}/pods/{name}/log")]
    [InlineData("/apis/apps/v1/namespaces/ops/deployments/x/status", "/apis/apps/v1/namespaces/{namespace}/deployments/{name}/status")]
    [InlineData("/apis/example.com/v1/ships/x", "/apis/example.com/v1/ships/{name}")]
    [InlineData("/api/v1/namespaces/ops", "/api/v1/namespaces/{name}")]
    [InlineData("/version", "/version")]
    public void Spans_are_named_by_resource_not_by_object(string path, string template) => Assert.Equal(template, RequestTrace.Template(path));

    [Fact]
    public async Task A_request_is_one_span_below_the_reconciles_with_all_its_tries()
    {
        var ended = new ConcurrentQueue<Activity>();
        using var listener = Listen(ended);
        using var reconcile = new Activity("reconcile").Start();
        var time = new FakeTimeProvider();
        var server = new FakeServer().Answer("{}", HttpStatusCode.TooManyRequests, retryAfter: "1").Answer("""{"metadata":{"name":"x"}}""");
        var answer = server.Client(new() { Time = time }).GetAsync<V1ConfigMap>(new ObjectKey("ops", "x"), Token);
        time.Advance(TimeSpan.FromSeconds(1));
        await answer;
        var span = Assert.Single(ended, span => span.ParentId == reconcile.Id);
        Assert.Equal(("GET /api/v1/namespaces/{namespace}/configmaps/{name}", ActivityKind.Client, ActivityStatusCode.Unset), (span.DisplayName, span.Kind, span.Status));
        Assert.Equal(["GET", "/api/v1/namespaces/ops/configmaps/x", "cluster.example", 443],
            ((string[])["http.request.method", "url.path", "server.address", "server.port"]).Select(span.GetTagItem));
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_refusal_is_an_error_of_its_code()
    {
        var ended = new ConcurrentQueue<Activity>();
        using var listener = Listen(ended);
        using var reconcile = new Activity("reconcile").Start();
        var client = new FakeServer().Answer("""{"kind":"Status","reason":"NotFound","code":404,"message":"none"}""", HttpStatusCode.NotFound).Client();
        await Assert.ThrowsAsync<KubernetesApiException>(() => client.GetAsync<V1ConfigMap>(new ObjectKey("ops", "x"), Token));
        await Assert.ThrowsAsync<HttpRequestException>(() => client.CreateAsync(new V1ConfigMap { Metadata = new() { Name = "x", NamespaceProperty = "ops" } }, null, Token));
        var spans = ended.Where(span => span.ParentId == reconcile.Id).ToList();
        Assert.Equal(["404", "System.Net.Http.HttpRequestException"], spans.Select(static span => span.GetTagItem("error.type")));
        Assert.All(spans, static span => Assert.Equal(ActivityStatusCode.Error, span.Status));
    }

    private static ActivityListener Listen(ConcurrentQueue<Activity> ended)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "KubeBuilderNet",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
