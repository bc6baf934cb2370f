using System.Net;
using System.Text.Json.Nodes;
using k8s.Models;
using KubeBuilderNet.Client.Errors;
using KubeBuilderNet.Client.Rest;
using Microsoft.Extensions.Time.Testing;

namespace KubeBuilderNet.Client.Tests.Rest;

public sealed class RestClientTests : IDisposable
{
    private readonly FakeServer _server = new();
    private readonly ObjectKey _key = new("ns", "a b");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task Paths_and_options_are_those_of_the_api()
    {
        for (var i = 0; i < 6; i++)
            _server.Answer("{}");
        var client = _server.Client();
        await client.GetAsync<V1ConfigMap>(_key, Token);
        await client.GetAsync<V1Node>(new ObjectKey("n"), Token);
        await client.ListPageAsync<V1Deployment>(new ListOptions { Namespace = "ns", LabelSelector = "a=b", Limit = 7 }, Token);
        await client.PatchStatusAsync<V1Deployment>(_key, new JsonObject { ["x"] = 1 }, Token);
        await client.ApplyAsync(new V1ConfigMap { Metadata = new V1ObjectMeta { Name = "a", NamespaceProperty = "ns", ResourceVersion = "5", Uid = "u" } },
            new ApplyOptions { FieldManager = "me", Force = true }, Token);
        await client.DeleteAsync<V1ConfigMap>(_key, new DeleteOptions { Uid = "u", PropagationPolicy = "Orphan" }, Token);
        Assert.Equal(
        [
            "GET /api/v1/namespaces/ns/configmaps/a%20b",
            "GET /api/v1/nodes/n",
            "GET /apis/apps/v1/namespaces/ns/deployments?labelSelector=a%3Db&limit=7",
            "PATCH /apis/apps/v1/namespaces/ns/deployments/a%20b/status",
            "PATCH /api/v1/namespaces/ns/configmaps/a?fieldManager=me&force=true",
            "DELETE /api/v1/namespaces/ns/configmaps/a%20b",
        ], _server.Requests);
        Assert.Equal("""application/merge-patch+json|{"status":{"x":1}}""", _server.Bodies[3]);
        Assert.Equal("""application/apply-patch+yaml|{"metadata":{"name":"a","namespace":"ns"},"apiVersion":"v1","kind":"ConfigMap"}""", _server.Bodies[4]);
        Assert.Contains("""
            "propagationPolicy":"Orphan","preconditions":{"uid":"u"}
            """, _server.Bodies[5], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_is_not_made_in_time_is_a_server_that_cannot_be_reached_and_no_cancellation()
    {
        _server.Fail(new TaskCanceledException("The operation was canceled.", new TimeoutException("too slow")));
        var answers = new List<HttpStatusCode?>();
        var error = await Assert.ThrowsAsync<HttpRequestException>(() =>
            _server.Rest(new RestClientOptions { Answered = (_, code) => answers.Add(code) }).SendAsync(new RestRequest(HttpMethod.Get, "/version"), Token));
        Assert.Equal(("No connection to https://cluster.example/ could be made in time.", "too slow"), (error.Message, error.InnerException?.Message));
        Assert.Equal([null], answers);
    }

    [Fact]
    public async Task A_namespaced_object_needs_its_namespace() =>
        Assert.Contains("namespace", (await Assert.ThrowsAsync<ArgumentException>(() => _server.Client().GetAsync<V1Pod>(new ObjectKey("p"), Token))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_status_becomes_an_error_with_its_reason_and_causes()
    {
        _server.Answer("""
            {"kind":"Status","apiVersion":"v1","status":"Failure","message":"bad","reason":"Invalid","code":422,
             "details":{"causes":[{"reason":"FieldValueRequired","message":"Required value","field":"spec.url"}]}}
            """, HttpStatusCode.UnprocessableEntity);
        var error = await Assert.ThrowsAsync<KubernetesApiException>(() => _server.Client().GetAsync<V1Pod>(_key, Token));
        Assert.Equal((StatusReason.Invalid, HttpStatusCode.UnprocessableEntity, "spec.url"), (error.Reason, error.Code, Assert.Single(error.Causes).Field));
        Assert.Equal("GET /api/v1/namespaces/ns/pods/a%20b: bad", error.Message);
    }

    [Theory]
    [InlineData(404, StatusReason.NotFound)]
    [InlineData(401, StatusReason.Unauthorized)]
    [InlineData(403, StatusReason.Forbidden)]
    [InlineData(410, StatusReason.Gone)]
    [InlineData(500, StatusReason.InternalError)]
    public async Task A_proxy_page_becomes_an_error_by_its_code(int code, StatusReason reason)
    {
        _server.Answer("<html>", (HttpStatusCode)code);
        var error = await Assert.ThrowsAsync<KubernetesApiException>(() => _server.Client().GetAsync<V1Pod>(_key, Token));
        Assert.Equal(reason, error.Reason);
        Assert.DoesNotContain("<html>", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_put_off_is_sent_again_after_the_wait()
    {
        var time = new FakeTimeProvider();
        _server.Answer("", HttpStatusCode.TooManyRequests, "7").Answer("{}");
        var answer = _server.Client(new RestClientOptions { Time = time }).CreateAsync(new V1Namespace { Metadata = new V1ObjectMeta { Name = "n" } }, cancellationToken: Token);
        time.Advance(TimeSpan.FromSeconds(6.9));
        Assert.False(answer.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(0.2));
        await answer;
        Assert.Equal(2, _server.Requests.Count);
    }

    [Fact]
    public async Task A_write_that_may_have_been_done_is_not_sent_again()
    {
        _server.Answer("", HttpStatusCode.ServiceUnavailable, "1");
        var error = await Assert.ThrowsAsync<KubernetesApiException>(() => _server.Client().CreateAsync(new V1Namespace { Metadata = new V1ObjectMeta { Name = "n" } }, cancellationToken: Token));
        Assert.Equal((StatusReason.ServiceUnavailable, TimeSpan.FromSeconds(1)), (error.Reason, error.RetryAfter));
        Assert.Single(_server.Requests);
    }

    [Fact]
    public async Task Pages_follow_the_token()
    {
        _server.Answer("""{"metadata":{"resourceVersion":"5","continue":"more"},"items":[{"metadata":{"name":"a"}}]}""")
            .Answer("""{"metadata":{"resourceVersion":"5"},"items":null}""");
        var list = await _server.Client().ListAsync<V1Pod>(cancellationToken: Token);
        Assert.Equal(("a", "5", "Pod", "v1"), (Assert.Single(list.Items).Metadata.Name, list.ResourceVersion, list.Items[0].Kind, list.Items[0].ApiVersion));
        Assert.Equal("GET /api/v1/pods?limit=500&continue=more", _server.Requests[1]);
    }
}
