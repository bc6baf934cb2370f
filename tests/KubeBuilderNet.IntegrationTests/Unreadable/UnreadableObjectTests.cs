using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using k8s.Models;
using KubeBuilderNet.Caching;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Rest;
using Microsoft.Extensions.Logging;

namespace KubeBuilderNet.IntegrationTests.Unreadable;

/// <summary>Objects that servers hold and the class can't read: <c>spec.count</c> is an <c>int</c> there, and the definition takes anything.</summary>
public abstract class UnreadableObjectTests(ServerFixture fixture)
{
    private const int Widgets = 1000;
    private const string Namespace = "unreadable";
    private static readonly int[] Bad = [0, 499, 999];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_1000_objects_997_are_delivered_3_are_reported_and_one_comes_when_it_is_mended(bool streamed)
    {
        var @namespace = $"{Namespace}-{(streamed ? "streamed" : "listed")}";
        using var rest = fixture.Server.CreateRestClient();
        await PrepareAsync(fixture.Server.CreateClient(), @namespace);
        await Parallel.ForEachAsync(Enumerable.Range(0, Widgets), new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Token },
            async (i, token) => await CreateAsync(rest, @namespace, i, token));

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var (log, handler) = (new ErrorLog(), new Names());
        var informer = new SharedInformer<Widget>(new KubernetesApiClient(rest), log, new() { Namespaces = [@namespace], StreamLists = streamed });
        var registration = informer.AddHandler(handler);
        var running = informer.RunAsync(stop.Token);
        await registration.WaitForSyncAsync(Token);

        Assert.Equal(Widgets - Bad.Length, handler.Delivered.Count);
        Assert.Equal(Widgets - Bad.Length, informer.Lister.List().Count);
        Assert.Equal(Bad.Select(Name).Order(), informer.Unreadable.Select(static bad => bad.Key.Name).Order());
        Assert.All(informer.Unreadable, static bad => Assert.Contains("$.spec.count", bad.Reason, StringComparison.Ordinal));
        Assert.Equal(Bad.Select(Name).Order(), Bad.Select(Name).Where(name => log.Errors.Any(error => error.Contains($"{@namespace}/{name} ", StringComparison.Ordinal))).Order());
        Assert.Equal(Bad.Length, log.Errors.Count);

        await fixture.Server.CreateClient().PatchAsync<Widget>(
            new ObjectKey(@namespace, Name(499)), Patch.Merge(new JsonObject { ["spec"] = new JsonObject { ["count"] = 7 } }), cancellationToken: Token);
        await Eventually.True(() => handler.Delivered.ContainsKey(Name(499)));
        Assert.Equal(7, informer.Lister.Find(new ObjectKey(@namespace, Name(499)))!.Spec.Count);
        Assert.Equal(2, informer.Unreadable.Count);
        await stop.CancelAsync();
        await running;
    }

    protected virtual Task PrepareAsync(IClient client, string scope) => Task.CompletedTask;

    private static string Name(int i) => $"widget-{i}";

    private static async Task CreateAsync(RestClient rest, string @namespace, int i, CancellationToken cancellationToken)
    {
        var widget = new JsonObject
        {
            ["apiVersion"] = "tests.baihl.io/v1",
            ["kind"] = "Widget",
            ["metadata"] = new JsonObject { ["name"] = Name(i), ["namespace"] = @namespace },
            ["spec"] = new JsonObject { ["size"] = "small", ["count"] = Bad.Contains(i) ? "many" : i },
        };
        var body = System.Text.Encoding.UTF8.GetBytes(widget.ToJsonString());
        await rest.SendAsync(new RestRequest(HttpMethod.Post, $"/apis/tests.baihl.io/v1/namespaces/{@namespace}/widgets") { Body = body }, cancellationToken);
    }

    private sealed class Names : IResourceHandler<Widget>
    {
        internal ConcurrentDictionary<string, bool> Delivered { get; } = new();

        public void OnAdded(Widget resource, bool isInInitialList) => Delivered[resource.Metadata.Name] = true;

        public void OnUpdated(Widget before, Widget after)
        {
        }

        public void OnDeleted(Widget resource, bool finalStateUnknown)
        {
        }
    }

    private sealed class ErrorLog : ILogger
    {
        internal ConcurrentQueue<string> Errors { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel == LogLevel.Error)
                Errors.Enqueue(formatter(state, exception));
        }
    }
}

public sealed class UnreadableOnKubernetesTests(KubernetesFixture fixture) : UnreadableObjectTests(fixture), IClassFixture<KubernetesFixture>
{
    protected override async Task PrepareAsync(IClient client, string scope)
    {
        await fixture.Server.InstallAsync(Widget.Definition());
        await client.CreateAsync(new V1Namespace { Metadata = new V1ObjectMeta { Name = scope } }, cancellationToken: TestContext.Current.CancellationToken);
    }
}

public sealed class UnreadableOnLateServerTests(CustomResourcesFixture fixture) : UnreadableObjectTests(fixture), IClassFixture<CustomResourcesFixture>;
