using KubeBuilderNet.Client.Discovery;
using KubeBuilderNet.Client.Errors;

namespace KubeBuilderNet.Client.Tests.Discovery;

public sealed class RestMapperTests : IDisposable
{
    private readonly RoutedServer _server = Answers.New();
    private readonly RestMapper _mapper;

    public RestMapperTests() => _mapper = new RestMapper(_server.Rest());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task A_kind_has_a_resource_and_back_at_the_price_of_one_request()
    {
        _server.At("/apis/apps/v1", Answers.AppsResources);
        var deployments = await _mapper.FindAsync(new GroupVersionKind("apps", "v1", "Deployment"), Token);
        Assert.Equal(("deployments", ResourceScope.Namespaced), (deployments.Plural, deployments.Scope));
        Assert.Equal(deployments, await _mapper.FindAsync(new GroupVersionResource("apps", "v1", "deployments"), Token));
        Assert.Equal(["/apis/apps/v1"], _server.Requests);
    }

    [Theory]
    [InlineData("deployments", "apps/v1, Resource=deployments")]
    [InlineData("Deployment", "apps/v1, Resource=deployments")]
    [InlineData("deploy", "apps/v1, Resource=deployments")]
    [InlineData("deployments.apps", "apps/v1, Resource=deployments")]
    [InlineData("deploy.v1.apps", "apps/v1, Resource=deployments")]
    [InlineData("po", "v1, Resource=pods")]
    [InlineData("ev", "v1, Resource=events")]
    [InlineData("events.events.k8s.io", "events.k8s.io/v1, Resource=events")]
    [InlineData("events.v1beta1.events.k8s.io", "events.k8s.io/v1beta1, Resource=events")]
    public async Task A_name_is_understood_as_kubectl_does(string name, string resource) =>
        Assert.Equal(resource, (await _mapper.FindNamedAsync(name, Token)).Resource.ToString());

    [Fact]
    public async Task A_kind_is_found_in_its_groups_preferred_version()
    {
        Assert.Equal("apps/v1, Kind=Deployment", (await _mapper.FindKindAsync("Deployment", cancellationToken: Token)).Kind.ToString());
        Assert.Equal("events.k8s.io/v1, Kind=Event", (await _mapper.FindKindAsync("Event", "events.k8s.io", Token)).Kind.ToString());
        Assert.Equal("v1, Kind=Event", (await _mapper.FindKindAsync("Event", "", Token)).Kind.ToString());
    }

    [Fact]
    public async Task A_kind_of_several_groups_is_reported_with_all_of_them()
    {
        var error = await Assert.ThrowsAsync<AmbiguousNameException>(() => _mapper.FindKindAsync("Event", cancellationToken: Token));
        Assert.Equal("'Event' may be events (v1, Kind=Event) or events.events.k8s.io (events.k8s.io/v1, Kind=Event): say the group.", error.Message);
        Assert.Equal(2, error.Candidates.Count);
    }

    [Fact]
    public async Task What_is_not_known_is_asked_for_again_before_it_is_missing()
    {
        await _mapper.Discovery.GetResourcesAsync(cancellationToken: Token);
        _server.At("/apis", """
            {"kind":"APIGroupDiscoveryList","items":[{"metadata":{"name":"example.com"},"versions":[{"version":"v1","resources":[
              {"resource":"widgets","responseKind":{"kind":"Widget"},"scope":"Cluster"}]}]}]}
            """).At("/apis/example.com/v2", """{"resources":[{"name":"widgets","kind":"Widget","namespaced":false}]}""");
        Assert.Equal("example.com/v1, Kind=Widget", (await _mapper.FindNamedAsync("widgets", Token)).Kind.ToString());
        Assert.Equal(4, _server.Requests.Count);
        Assert.Equal("widgets", (await _mapper.FindAsync(new GroupVersionKind("example.com", "v2", "Widget"), Token)).Plural);
        var missing = await Assert.ThrowsAsync<KubernetesApiException>(() => _mapper.FindNamedAsync("gadgets", Token));
        Assert.Equal((true, "the API server has no resource 'gadgets'"), (missing.IsNotFound, missing.Message));
        missing = await Assert.ThrowsAsync<KubernetesApiException>(() => _mapper.FindAsync(new GroupVersionKind("example.com", "v2", "Gadget"), Token));
        Assert.Equal("the API server knows example.com/v2, but no kind Gadget in it", missing.Message);
    }
}
