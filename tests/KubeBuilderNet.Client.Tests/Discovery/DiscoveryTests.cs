using KubeBuilderNet.Client.Discovery;
using KubeBuilderNet.Client.Errors;
using KubeBuilderNet.Client.Rest;
using Microsoft.Extensions.Time.Testing;

namespace KubeBuilderNet.Client.Tests.Discovery;

public sealed class DiscoveryTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Describe(ServerResources all) => string.Join('\n', all.Groups.Select(group =>
        $"{group.Name} {group.PreferredVersion}: " + string.Join("; ", group.Versions.Select(version => $"{version.Name}{(version.Failure is null ? "" : " failed")} " +
            string.Join(", ", version.Resources.Select(resource => $"{resource.Definition.Plural}={resource.Definition.Kind} {resource.Definition.Scope} {resource.Singular} " +
                $"[{string.Join(' ', resource.Verbs)}] [{string.Join(' ', resource.ShortNames)}] [{string.Join(' ', resource.Categories)}] " +
                $"[{string.Join(' ', resource.Subresources.Select(below => $"{below.Name}={below.Kind} {string.Join('/', below.Verbs)}"))}]"))))));

    [Theory]
    [InlineData("v2")]
    [InlineData("v2beta1")]
    [InlineData("old")]
    public async Task Every_form_says_the_same(string form)
    {
        using var server = form == "old" ? Answers.Old() : Answers.New(form);
        var all = await new DiscoveryClient(server.Rest()).GetResourcesAsync(cancellationToken: Token);
        Assert.Equal("""
             v1: v1 pods=v1, Kind=Pod Namespaced pod [get list] [po] [all] [], nodes=v1, Kind=Node Cluster node [get] [] [] [], events=v1, Kind=Event Namespaced event [list] [ev] [] []
            apps v1: v1 deployments=apps/v1, Kind=Deployment Namespaced deployment [get list] [deploy] [] [scale=autoscaling/v1, Kind=Scale get/patch status=apps/v1, Kind=Deployment get]
            events.k8s.io v1: v1 events=events.k8s.io/v1, Kind=Event Namespaced event [list] [ev] [] []; v1beta1 events=events.k8s.io/v1beta1, Kind=Event Namespaced event [list] [ev] [] []
            metrics.k8s.io v1: v1 failed 
            """.ReplaceLineEndings("\n"), Describe(all));
        Assert.Equal(form == "old" ? 7 : 2, server.Requests.Count);
        Assert.StartsWith("application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json;g=apidiscovery.k8s.io;v=v2beta1;", server.Accepts.First(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_without_a_core_group_has_the_others()
    {
        using var server = Answers.New().At("/api", "", System.Net.HttpStatusCode.NotFound);
        Assert.Equal(["apps", "events.k8s.io", "metrics.k8s.io"], (await new DiscoveryClient(server.Rest()).GetResourcesAsync(cancellationToken: Token)).Groups.Select(group => group.Name));
    }

    [Fact]
    public async Task Many_callers_share_one_request_until_it_is_too_old_or_forgotten()
    {
        using var server = Answers.New();
        var time = new FakeTimeProvider();
        var discovery = new DiscoveryClient(server.Rest(new RestClientOptions { Time = time }));
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => discovery.GetResourcesAsync(cancellationToken: Token)));
        Assert.Equal(2, server.Requests.Count);
        time.Advance(TimeSpan.FromHours(6));
        await discovery.GetResourcesAsync(cancellationToken: Token);
        Assert.Equal(4, server.Requests.Count);
        discovery.Invalidate();
        await discovery.GetResourcesAsync(cancellationToken: Token);
        await discovery.GetResourcesAsync(refresh: true, Token);
        Assert.Equal(8, server.Requests.Count);
    }

    [Fact]
    public async Task A_failure_is_not_remembered()
    {
        using var server = Answers.New().At("/apis", "", System.Net.HttpStatusCode.InternalServerError);
        var discovery = new DiscoveryClient(server.Rest());
        await Assert.ThrowsAsync<KubernetesApiException>(() => discovery.GetResourcesAsync(cancellationToken: Token));
        server.At("/apis", """{"kind":"APIGroupList","groups":[]}""");
        Assert.Single((await discovery.GetResourcesAsync(cancellationToken: Token)).Groups);
    }

    [Fact]
    public async Task What_was_found_is_on_disk_for_the_next_program()
    {
        using var server = Answers.Old();
        var options = new DiscoveryOptions { CacheFolder = _folder };
        var found = Describe(await new DiscoveryClient(server.Rest(), options).GetResourcesAsync(cancellationToken: Token));
        using var none = new RoutedServer();
        Assert.Equal(found, Describe(await new DiscoveryClient(none.Rest(), options).GetResourcesAsync(cancellationToken: Token)));
        Assert.Equal("pods", (await new RestMapper(new DiscoveryClient(none.Rest(), options)).FindAsync(new GroupVersionKind("", "v1", "Pod"), Token)).Plural);
        Assert.Empty(none.Requests);
        var file = Assert.Single(Directory.GetFiles(_folder, "*", SearchOption.AllDirectories));
        Assert.Equal(Path.Combine(_folder, "cluster.example_6443", "discovery.json"), file);
    }

    [Fact]
    public async Task A_file_that_is_old_or_broken_is_as_good_as_none()
    {
        using var server = Answers.New();
        var options = new DiscoveryOptions { CacheFolder = _folder };
        await new DiscoveryClient(server.Rest(), options).GetResourcesAsync(cancellationToken: Token);
        var file = Directory.GetFiles(_folder, "*", SearchOption.AllDirectories)[0];
        File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddHours(-7));
        await new DiscoveryClient(server.Rest(), options).GetResourcesAsync(cancellationToken: Token);
        Assert.Equal(4, server.Requests.Count);
        await File.WriteAllTextAsync(file, "{", Token);
        await new DiscoveryClient(server.Rest(), options).GetResourcesAsync(cancellationToken: Token);
        Assert.Equal(6, server.Requests.Count);
    }

    [Fact]
    public async Task The_servers_version_and_schemas_are_read()
    {
        using var server = new RoutedServer().At("/version", """{"major":"1","minor":"36","gitVersion":"v1.36.0"}""")
            .At("/openapi/v3", """{"paths":{"apis/apps/v1":{"serverRelativeURL":"/openapi/v3/apis/apps/v1?hash=A"}}}""")
            .At("/openapi/v3/apis/apps/v1?hash=A", """{"openapi":"3.0.0","components":{"schemas":{}}}""");
        var discovery = new DiscoveryClient(server.Rest());
        Assert.Equal("v1.36.0", (await discovery.GetServerVersionAsync(Token)).GitVersion);
        Assert.Equal("/openapi/v3/apis/apps/v1?hash=A", (await discovery.GetOpenApiPathsAsync(Token))["apis/apps/v1"]);
        Assert.Equal("3.0.0", (string?)(await discovery.GetOpenApiAsync("apps", "v1", Token))["openapi"]);
        Assert.True((await Assert.ThrowsAsync<KubernetesApiException>(() => discovery.GetOpenApiAsync("apps", "v2", Token))).IsNotFound);
    }

    [Fact]
    public async Task A_schema_is_read_again_when_its_hash_is_another()
    {
        using var server = new RoutedServer()
            .At("/openapi/v3", """{"paths":{"api/v1":{"serverRelativeURL":"/openapi/v3/api/v1?hash=A"}}}""")
            .At("/openapi/v3/api/v1?hash=A", """{"a":1}""").At("/openapi/v3/api/v1?hash=B", """{"b":1}""");
        var options = new DiscoveryOptions { CacheFolder = _folder };
        var discovery = new DiscoveryClient(server.Rest(), options);
        (await discovery.GetOpenApiAsync("", "v1", Token))["a"] = 2;
        Assert.Equal(1, (int)(await discovery.GetOpenApiAsync("", "v1", Token))["a"]!);
        // Another program finds it on disk.
        Assert.Equal(1, (int)(await new DiscoveryClient(server.Rest(), options).GetOpenApiAsync("", "v1", Token))["a"]!);
        Assert.Single(server.Requests, request => request.EndsWith("hash=A", StringComparison.Ordinal));

        server.At("/openapi/v3", """{"paths":{"api/v1":{"serverRelativeURL":"/openapi/v3/api/v1?hash=B"}}}""");
        Assert.True((await discovery.GetOpenApiAsync("", "v1", Token)).ContainsKey("b"));
        Assert.EndsWith("openapi-api_v1-B.json", Assert.Single(Directory.GetFiles(_folder, "*", SearchOption.AllDirectories)), StringComparison.Ordinal);
    }
}
