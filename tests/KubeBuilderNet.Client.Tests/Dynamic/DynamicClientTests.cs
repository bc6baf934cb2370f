using System.Text;
using KubeBuilderNet.Client.Dynamic;
using KubeBuilderNet.Client.Watching;

namespace KubeBuilderNet.Client.Tests.Dynamic;

public sealed class DynamicClientTests : IDisposable
{
    private static readonly GroupVersionResource Widgets = new("example.com", "v1", "widgets");
    private readonly FakeServer _server = new();
    private readonly ResourceClient<Unstructured> _widgets;

    public DynamicClientTests() => _widgets = new DynamicClient(_server.Rest()).Resource(Widgets);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _server.Dispose();

    private static Unstructured Widget(string @namespace)
    {
        var widget = new Unstructured(new GroupVersionKind("example.com", "v1", "Widget"));
        (widget.Metadata.Name, widget.Metadata.NamespaceProperty) = ("a", @namespace);
        return widget;
    }

    [Fact]
    public async Task Each_verb_has_the_path_that_the_namespace_says()
    {
        for (var i = 0; i < 10; i++)
            _server.Answer("{}");
        var key = new ObjectKey("ns", "a");
        await _widgets.GetAsync(key, new GetOptions { ResourceVersion = "0" }, Token);
        await _widgets.GetAsync(new ObjectKey("a"), cancellationToken: Token);
        await _widgets.CreateAsync(Widget("ns"), new WriteOptions { DryRun = true, FieldValidation = "Strict" }, Token);
        await _widgets.UpdateAsync(Widget(""), cancellationToken: Token);
        await _widgets.UpdateStatusAsync(Widget("ns"), cancellationToken: Token);
        await _widgets.ApplyAsync(Widget("ns"), new ApplyOptions { FieldManager = "me", FieldValidation = "Warn", Subresource = "status" }, Token);
        await _widgets.DeleteAsync(key, new DeleteOptions { ResourceVersion = "7" }, Token);
        await _widgets.DeleteCollectionAsync(new ListOptions { Namespace = "ns", LabelSelector = "a=b" }, new DeleteOptions { PropagationPolicy = "Foreground" }, Token);
        await _widgets.GetScaleAsync(key, Token);
        await _widgets.ScaleAsync(key, 4, cancellationToken: Token);
        Assert.Equal(
        [
            "GET /apis/example.com/v1/namespaces/ns/widgets/a?resourceVersion=0",
            "GET /apis/example.com/v1/widgets/a",
            "POST /apis/example.com/v1/namespaces/ns/widgets?dryRun=All&fieldValidation=Strict",
            "PUT /apis/example.com/v1/widgets/a",
            "PUT /apis/example.com/v1/namespaces/ns/widgets/a/status",
            "PATCH /apis/example.com/v1/namespaces/ns/widgets/a/status?fieldManager=me&fieldValidation=Warn",
            "DELETE /apis/example.com/v1/namespaces/ns/widgets/a",
            "DELETE /apis/example.com/v1/namespaces/ns/widgets?labelSelector=a%3Db",
            "GET /apis/example.com/v1/namespaces/ns/widgets/a/scale",
            "PATCH /apis/example.com/v1/namespaces/ns/widgets/a/scale",
        ], _server.Requests);
        Assert.Contains("""{"apiVersion":"example.com/v1","kind":"Widget","metadata":{"name":"a","namespace":"ns"}}""", _server.Bodies[2], StringComparison.Ordinal);
        Assert.Contains("""{"propagationPolicy":"Foreground"}""".Trim('{', '}'), _server.Bodies[7], StringComparison.Ordinal);
        Assert.Equal("""application/merge-patch+json|{"spec":{"replicas":4}}""", _server.Bodies[9]);
    }

    [Fact]
    public async Task Items_of_a_list_learn_their_kind_from_it_and_come_page_by_page()
    {
        _server.Answer("""{"kind":"WidgetList","apiVersion":"example.com/v1","metadata":{"resourceVersion":"5","continue":"more"},"items":[{"metadata":{"name":"a"},"spec":{"n":1}}]}""")
            .Answer("""{"kind":"WidgetList","apiVersion":"example.com/v1","metadata":{"resourceVersion":"5"},"items":[{"metadata":{"name":"b"}}, 7]}""");
        var seen = new List<string>();
        await foreach (var widget in _widgets.EnumerateAsync(new ListOptions { Limit = 1, Timeout = TimeSpan.FromSeconds(3) }, Token))
            seen.Add(widget.ToString());
        Assert.Equal(["example.com/v1, Kind=Widget a", "example.com/v1, Kind=Widget b"], seen);
        Assert.Equal("GET /apis/example.com/v1/widgets?limit=1&continue=more&timeoutSeconds=3", _server.Requests[1]);
    }

    [Fact]
    public async Task A_watch_tells_objects_of_any_kind()
    {
        _server.Stream(new MemoryStream(Encoding.UTF8.GetBytes("""{"type":"ADDED","object":{"kind":"Widget","apiVersion":"example.com/v1","metadata":{"name":"a","resourceVersion":"3"},"spec":{"n":1}}}""" + "\n")));
        await foreach (var change in _widgets.WatchAsync(new WatchOptions { Namespace = "ns", ResourceVersion = "2" }, Token))
            Assert.Equal((WatchChangeType.Added, 1, "3"), (change.Type, change.Resource!.Get<int>("spec", "n"), change.ResourceVersion));
        Assert.Equal("GET /apis/example.com/v1/namespaces/ns/widgets?watch=true&allowWatchBookmarks=true&resourceVersion=2", Assert.Single(_server.Requests));
    }

    [Fact]
    public async Task An_object_that_does_not_say_its_kind_is_refused_before_it_is_sent()
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() => _widgets.CreateAsync(new Unstructured(), cancellationToken: Token));
        Assert.Contains("example.com/v1, Resource=widgets", error.Message, StringComparison.Ordinal);
        Assert.Empty(_server.Requests);
    }

    [Fact]
    public async Task A_kind_or_a_name_leads_to_its_resource()
    {
        using var server = KubeBuilderNet.Client.Tests.Discovery.Answers.New().At("/apis/apps/v1", KubeBuilderNet.Client.Tests.Discovery.Answers.AppsResources);
        var client = new DynamicClient(server.Rest());
        Assert.Equal("apps/v1, Resource=deployments", (await client.ResourceAsync(new GroupVersionKind("apps", "v1", "Deployment"), Token)).Resource.ToString());
        Assert.Equal("apps/v1, Resource=deployments", (await client.ResourceAsync("deploy", Token)).Resource.ToString());
    }

    [Fact]
    public async Task A_definition_holds_keys_to_its_scope()
    {
        var definition = new ResourceDefinition(new GroupVersionKind("example.com", "v1", "Widget"), "widgets", ResourceScope.Namespaced);
        var widgets = new DynamicClient(_server.Rest()).Resource(definition);
        Assert.Contains("namespace", (await Assert.ThrowsAsync<ArgumentException>(() => widgets.GetAsync(new ObjectKey("a"), cancellationToken: Token))).Message, StringComparison.Ordinal);
    }
}
