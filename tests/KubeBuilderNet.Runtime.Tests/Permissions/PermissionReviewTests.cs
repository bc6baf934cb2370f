using System.Collections.Concurrent;
using k8s.Models;
using KubeBuilderNet.Caching;
using KubeBuilderNet.Managing;
using KubeBuilderNet.Permissions;
using Microsoft.Extensions.Logging.Abstractions;

namespace KubeBuilderNet.Runtime.Tests.Permissions;

public sealed class PermissionReviewTests
{
    private readonly ConcurrentBag<string> _asked = [];
    private readonly SteadyTime _time = new();
    private readonly MessageLog _log = new();
    private readonly MemoryClient _client;
    private readonly SharedInformerFactory _informers;
    private Func<string, bool> _mayDo = static _ => false;

    public PermissionReviewTests()
    {
        _client = new MemoryClient { Created = Answer };
        var options = new CacheOptions().For<V1Service>(static services => services.Namespaces = ["shop", "bank"]);
        _informers = new SharedInformerFactory(_client, NullLoggerFactory.Instance, options: options);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_warning_names_what_each_controller_may_not()
    {
        _mayDo = static question => question.StartsWith("get", StringComparison.Ordinal);
        await ReviewAsync(PermissionCheck.Warn, [],
            new PermissionSet("captain", [new("", "secrets", "get,list,watch"), new("ships.example.com", "captains/status", "patch") { Namespaces = "shop" }, new("", "nodes", "list") { IsClusterScoped = true }]),
            new PermissionSet("mate", [new("", "configmaps", "update") { ResourceNames = "settings" }, new("", "", "post") { Urls = "/metrics" }]));
        Assert.Equal(
            "Warning: The operator lacks rights that it needs: "
            + "captain may not list, watch secrets in all namespaces; patch captains.ships.example.com/status in shop; list nodes. "
            + "mate may not update configmaps 'settings' in all namespaces; post /metrics. "
            + "The build writes roles of [Rbac] and of what it infers to config/rbac: apply them again, as kbnet deploy does, or grant what is missing otherwise.",
            Assert.Single(_log.Messages));
    }

    [Fact]
    public async Task Nothing_is_said_when_all_is_allowed()
    {
        _mayDo = static question => question != "* *.*@";
        await ReviewAsync(PermissionCheck.Fail, [], new PermissionSet("captain", [new("", "secrets", "get,list"), new(",apps", "deployments/scale", "get")]));
        Assert.Equal(["* *.*@", "get deployments.apps/scale@", "get deployments/scale@", "get secrets@", "list secrets@"], _asked.Order(StringComparer.Ordinal));
        Assert.Empty(_log.Messages);
    }

    [Fact]
    public async Task An_administrator_is_asked_one_question_and_one_for_each_URL()
    {
        _mayDo = static _ => true;
        await ReviewAsync(PermissionCheck.Warn, ["shop", "bank"], new PermissionSet("captain", [new("", "secrets", "get,list,watch"), new("", "", "get") { Urls = "/metrics" }]));
        Assert.Equal(["* *.*@", "get /metrics@"], _asked.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_is_allowed_everywhere_is_not_asked_of_each_namespace()
    {
        _mayDo = static question => question is "get secrets@" or "list secrets@shop";
        await ReviewAsync(PermissionCheck.Warn, ["shop", "bank"], new PermissionSet("captain", [new("", "secrets", "get,list")]), new PermissionSet("mate", [new("", "secrets", "get")]));
        Assert.Equal(["* *.*@", "get secrets@", "list secrets@", "list secrets@bank", "list secrets@shop"], _asked.Order(StringComparer.Ordinal));
        Assert.Contains("captain may not list secrets in bank. The", Assert.Single(_log.Messages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cache_of_some_namespaces_needs_its_rights_there_alone()
    {
        _informers.Get<V1Service>();
        _informers.Get<V1Node>();
        await ReviewAsync(PermissionCheck.Warn, ["other"], new PermissionSet("captain", [new("", "services/status", "get"), new("", "nodes", "get"), new("", "pods", "get")]));
        Assert.Contains("get services/status in shop, bank; get nodes in all namespaces; get pods in other.", Assert.Single(_log.Messages), StringComparison.Ordinal);
    }

    [Fact]
    public void The_operators_own_namespace_is_asked_about_where_it_is_known()
    {
        var rules = new PermissionSet("election", [new("coordination.k8s.io", "leases", "get") { Namespaces = PermissionScopes.Own }]);
        Assert.Empty(new PermissionScopes(_informers, [], null).QuestionsOf(rules));
        Assert.Equal(["ops"], Assert.Single(new PermissionScopes(_informers, [], "ops").QuestionsOf(rules)).Namespaces);
    }

    [Fact]
    public async Task What_is_missing_ends_a_program_that_asks_for_it()
    {
        var failure = await Assert.ThrowsAsync<ManagerException>(() => ReviewAsync(PermissionCheck.Fail, [], new PermissionSet("captain", [new("", "secrets", "get")])));
        Assert.Contains("captain may not get secrets in all namespaces.", failure.Message, StringComparison.Ordinal);
        Assert.Empty(_log.Messages);
    }

    [Fact]
    public async Task An_operator_that_cant_ask_for_half_a_minute_goes_on()
    {
        var start = _time.GetUtcNow();
        _client.Fault = static _ => new HttpRequestException("gone");
        var review = ReviewAsync(PermissionCheck.Fail, [], new PermissionSet("captain", [new("", "secrets", "get")]));
        await Eventually.True(() => review.IsCompleted, _time);
        await review;
        Assert.Equal("Information: Whether the operator may do what its controllers need can't be checked: gone", Assert.Single(_log.Messages));
        Assert.InRange(_time.GetUtcNow() - start, TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(2));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_server_that_answers_later_is_asked_again(int code)
    {
        var faults = 3;
        _client.Fault = _ => Interlocked.Decrement(ref faults) < 0 ? null : code == 0 ? new HttpRequestException("gone") : MemoryClient.Refusal("Busy", code);
        var review = ReviewAsync(PermissionCheck.Warn, [], new PermissionSet("captain", [new("", "secrets", "get")]));
        await Eventually.True(() => review.IsCompleted, _time);
        await review;
        Assert.Contains("captain may not get secrets in all namespaces.", Assert.Single(_log.Messages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_refuses_the_question_is_not_asked_again()
    {
        _client.Fault = static _ => MemoryClient.Refusal("Forbidden", 403);
        await ReviewAsync(PermissionCheck.Warn, [], new PermissionSet("captain", [new("", "secrets", "get")]));
        Assert.StartsWith("Information: Whether the operator may do what its controllers need can't be checked: ", Assert.Single(_log.Messages), StringComparison.Ordinal);
        Assert.Equal(0, _time.Timers);
    }

    [Fact]
    public async Task Nobody_is_asked_when_that_is_off()
    {
        await ReviewAsync(PermissionCheck.Off, [], new PermissionSet("captain", [new("", "secrets", "get")]));
        Assert.Empty(_asked);
    }

    private Task ReviewAsync(PermissionCheck check, string[] namespaces, params PermissionSet[] sets)
    {
        var scopes = new PermissionScopes(_informers, namespaces, null);
        return new PermissionReview(_client, [.. sets.SelectMany(scopes.QuestionsOf)], check, _time, _log).RunAsync(Token);
    }

    private V1SelfSubjectAccessReview? Answer(object created)
    {
        if (created is not V1SelfSubjectAccessReview review)
            return null;
        var question = review.Spec switch
        {
            { ResourceAttributes: { } resource } => $"{resource.Verb} {resource.Resource}{(string.IsNullOrEmpty(resource.Group) ? "" : "." + resource.Group)}"
                + $"{(resource.Subresource is null ? "" : "/" + resource.Subresource)}{(resource.Name is null ? "" : "=" + resource.Name)}@{resource.NamespaceProperty}",
            { NonResourceAttributes: { } url } => $"{url.Verb} {url.Path}@",
            _ => "",
        };
        _asked.Add(question);
        review.Status = new V1SubjectAccessReviewStatus { Allowed = _mayDo(question) };
        return review;
    }
}
