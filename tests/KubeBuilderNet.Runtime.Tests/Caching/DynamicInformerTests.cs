using k8s;
using k8s.Models;
using KubeBuilderNet.Caching;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Dynamic;
using Microsoft.Extensions.Logging.Abstractions;

namespace KubeBuilderNet.Runtime.Tests.Caching;

/// <summary>Informers of resources by name: of objects of any kind, of their metadata, of a class under another resource.</summary>
public sealed class DynamicInformerTests : IAsyncDisposable
{
    private static readonly GroupVersionResource Widgets = new("example.com", "v1", "widgets");
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private readonly SteadyTime _time = new();
    private readonly MessageLog _log = new();
    private Task _running = Task.CompletedTask;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    [Fact]
    public async Task Objects_without_a_class_are_listed_watched_and_chosen()
    {
        var server = new ResourceServer { Items = { Widget("a") } };
        var informer = Run(new DynamicClient(server.Rest).Resource(Widgets), new() { Namespaces = ["one"], LabelSelector = "app=web", FieldSelector = "metadata.name!=x" });
        await informer.WaitForSyncAsync(Token);
        await server.SendAsync("ADDED", Widget("b", """ "apiVersion":"example.com/v1","kind":"Widget", """));
        await Eventually.True(() => informer.Lister.List().Count == 2);
        var listed = informer.Lister.Find(new ObjectKey("one", "a"))!;
        Assert.Equal(("example.com/v1, Kind=Widget", 3), (listed.GroupVersionKind.ToString(), listed.Get<int>("spec", "size")));
        Assert.Equal(new GroupVersionKind("example.com", "v1", "widgets"), informer.Kind);
        var (stream, list, watch) = (server.Requests.ElementAt(0), server.Requests.ElementAt(1), server.Requests.ElementAt(2));
        Assert.All((string[])[stream, list, watch], static request =>
        {
            Assert.StartsWith("/apis/example.com/v1/namespaces/one/widgets?", request, StringComparison.Ordinal);
            Assert.Contains("labelSelector=app%3Dweb&fieldSelector=metadata.name%21%3Dx", request, StringComparison.Ordinal);
        });
        Assert.Contains("sendInitialEvents=true", stream, StringComparison.Ordinal);
        Assert.Contains("limit=500", list, StringComparison.Ordinal);
        Assert.Contains("resourceVersion=10", watch, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_is_streamed_where_servers_can()
    {
        var server = new ResourceServer { Streams = true };
        var informer = Run(new DynamicClient(server.Rest).Resource(Widgets));
        await server.SendAsync("ADDED", Widget("a"));
        await server.SendAsync("BOOKMARK", """{"metadata":{"resourceVersion":"20","annotations":{"k8s.io/initial-events-end":"true"}}}""");
        await informer.WaitForSyncAsync(Token);
        Assert.Equal("a", Assert.Single(informer.Lister.List()).Metadata.Name);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task An_object_whose_metadata_is_none_is_told_and_left_out()
    {
        var server = new ResourceServer { Items = { Widget("a"), """{"metadata":{"name":"bad","namespace":"one","labels":5}}""" } };
        var informer = Run(new DynamicClient(server.Rest).Resource(Widgets), new() { Transform = Transforms.DropManagedFields });
        await informer.WaitForSyncAsync(Token);
        Assert.Equal(("a", "bad"), (Assert.Single(informer.Lister.List()).Metadata.Name, Assert.Single(informer.Unreadable).Key.Name));
        Assert.Contains("widgets one/bad", Assert.Single(_log.Messages, static message => message.StartsWith("Error:", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_changes_an_unstructured_object_of_the_cache_is_told_which_field()
    {
        var informer = Run(new DynamicClient(new ResourceServer { Items = { Widget("a") } }.Rest).Resource(Widgets), new() { DetectMutations = true });
        await informer.WaitForSyncAsync(Token);
        informer.Lister.List()[0].Set(4, "spec", "size");
        await Eventually.True(() => _running.IsCompleted, _time);
        Assert.Contains("spec.size was 3, is 4", (await Assert.ThrowsAsync<InvalidOperationException>(() => _running)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_class_is_read_under_a_resource_that_it_does_not_name()
    {
        var server = new ResourceServer { ListOf = """ "apiVersion":"metrics.example.com/v1","kind":"NodeMapList" """, Items = { """{"metadata":{"name":"a"},"data":{"x":"y"}}""" } };
        var nodes = new ResourceDefinition(new GroupVersionKind("metrics.example.com", "v1", "NodeMap"), "nodes", ResourceScope.Cluster);
        var informer = Run(new ResourceClient<V1ConfigMap>(server.Rest, nodes), new() { Namespaces = ["one"] });
        await informer.WaitForSyncAsync(Token);
        Assert.Equal((nodes.Kind, "y"), (informer.Kind, Assert.Single(informer.Lister.List()).Data["x"]));
        Assert.StartsWith("/apis/metrics.example.com/v1/nodes?", server.Requests.First(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metadata_of_any_resource_is_asked_for_alone()
    {
        const string Part = """{"apiVersion":"meta.k8s.io/v1","kind":"PartialObjectMetadata","metadata":{"name":"a","namespace":"one","resourceVersion":"9"}}""";
        var server = new ResourceServer { ListOf = """ "apiVersion":"meta.k8s.io/v1","kind":"PartialObjectMetadataList" """, Items = { Part } };
        var dynamic = new DynamicClient(server.Rest);
        var informer = Run(dynamic.Metadata(Widgets));
        await informer.WaitForSyncAsync(Token);
        var part = Assert.Single(informer.Lister.List());
        Assert.Equal(("a", "", ""), (part.Metadata.Name, part.ApiVersion, part.Kind));
        Assert.Contains("as=PartialObjectMetadataList", server.Requests.ElementAt(1), StringComparison.Ordinal);

        var known = new ResourceDefinition(new GroupVersionKind("example.com", "v1", "Widget"), "widgets", ResourceScope.Namespaced);
        var whole = Assert.Single((await dynamic.Metadata(known).ListAsync(cancellationToken: Token)).Items);
        Assert.Equal(("example.com/v1", "Widget"), (whole.ApiVersion, whole.Kind));
    }

    [Fact]
    public async Task A_factory_has_one_informer_for_each_class_and_resource()
    {
        var server = new ResourceServer { Items = { Widget("a") } };
        var client = new KubernetesApiClient(server.Rest);
        var options = new CacheOptions().For<Unstructured>(static all => all.LabelSelector = "all")
            .For<Unstructured>(Widgets, static widgets => widgets.FieldSelector = "metadata.name=a");
        var factory = new SharedInformerFactory(client, NullLoggerFactory.Instance, time: _time, options: options);
        var dynamic = new DynamicClient(client.Rest);
        var informer = factory.Get(Widgets);
        Assert.Same(informer, factory.Get(dynamic.Resource(Widgets)));
        Assert.Same(factory.Get<V1ConfigMap>(), factory.Get(new ResourceClient<V1ConfigMap>(client.Rest)));
        IInformer[] others = [informer, factory.Get(Widgets with { Resource = "gadgets" }), factory.Get(dynamic.Metadata(Widgets)), factory.Get<V1ConfigMap>()];
        Assert.Equal(4, others.Distinct().Count());
        Assert.Equal(4, factory.Informers.Count);
        _running = factory.RunAsync(_stop.Token);
        await Task.WhenAll(others.Select(static informer => informer.WaitForSyncAsync(Token)));
        Assert.Single(server.Requests, static request => request.Contains("/v1/widgets?labelSelector=all&fieldSelector=metadata.name%3Da&limit=500", StringComparison.Ordinal));
        Assert.Single(server.Requests, static request => request.Contains("/v1/gadgets?labelSelector=all&limit=500", StringComparison.Ordinal));
    }

    [Fact]
    public void A_factory_of_another_client_says_what_it_needs() => Assert.Contains("ResourceClient<Unstructured>",
        Assert.Throws<InvalidOperationException>(() => new SharedInformerFactory(new ScriptedClient(), NullLoggerFactory.Instance).Get(Widgets)).Message, StringComparison.Ordinal);

    private static string Widget(string name, string typeMeta = "") =>
        $$"""{ {{typeMeta}} "metadata":{"name":"{{name}}","namespace":"one","resourceVersion":"9"},"spec":{"size":3} }""";

    private SharedInformer<T> Run<T>(ResourceClient<T> resource, InformerOptions<T>? options = null)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        var informer = new SharedInformer<T>(resource, _log, options, _time);
        _running = informer.RunAsync(_stop.Token);
        return informer;
    }
}
