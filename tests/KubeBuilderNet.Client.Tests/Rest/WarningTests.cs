using k8s.Models;
using KubeBuilderNet.Client.Errors;
using KubeBuilderNet.Client.Rest;

namespace KubeBuilderNet.Client.Tests.Rest;

public sealed class WarningTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_warning_is_told_once()
    {
        using var server = new FakeServer();
        var told = new List<string>();
        using var rest = server.Answer("{}", warning: "299 - \"unknown field \\\"spec.x\\\"\"").Answer("{}", warning: "299 - \"unknown field \\\"spec.x\\\"\"")
            .Rest(new RestClientOptions { Warned = told.Add });
        await rest.SendAsync(new RestRequest(HttpMethod.Get, "/one"), Token);
        await rest.SendAsync(new RestRequest(HttpMethod.Get, "/two"), Token);
        Assert.Equal("unknown field \"spec.x\"", Assert.Single(told));
    }

    [Fact]
    public async Task Each_answer_is_told_and_so_is_that_there_was_none()
    {
        using var server = new FakeServer();
        var told = new List<string>();
        using var rest = server.Answer("{}", System.Net.HttpStatusCode.NotFound)
            .Rest(new RestClientOptions { Answered = (method, code) => told.Add($"{method} {code}") });
        await Assert.ThrowsAsync<KubernetesApiException>(() => rest.SendAsync(new RestRequest(HttpMethod.Get, "/one"), Token));
        await Assert.ThrowsAsync<HttpRequestException>(() => rest.SendAsync(new RestRequest(HttpMethod.Delete, "/two"), Token));
        Assert.Equal(["GET NotFound", "DELETE "], told);
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public async Task A_conflict_is_met_by_four_more_tries(int conflicts, bool ends)
    {
        var tries = 0;
        Task<int> Attempt(CancellationToken token) => tries++ < conflicts
            ? throw new KubernetesApiException(new V1Status { Code = 409, Reason = "Conflict" })
            : Task.FromResult(tries);
        if (ends)
            Assert.Equal(5, await ConflictRetry.RunAsync(Attempt, cancellationToken: Token));
        else
            Assert.True((await Assert.ThrowsAsync<KubernetesApiException>(() => ConflictRetry.RunAsync(Attempt, cancellationToken: Token))).IsConflict);
        Assert.Equal(5, tries);
    }
}
