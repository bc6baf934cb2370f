using Httpclient.Api.V1Beta1;
using Httpclient.Controllers;
using k8s.Models;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Errors;
using KubeBuilderNet.Conditions;
using KubeBuilderNet.Finalizers;
using KubeBuilderNet.Testing;

namespace KubeBuilderNet.IntegrationTests.HTTPClients;

/// <summary>The sample's operator against a real API server with its controller manager. Each test has a namespace of its own.</summary>
public sealed class HTTPClientTests(KubernetesFixture fixture) : IClassFixture<KubernetesFixture>, IAsyncLifetime
{
    private readonly string _namespace = "t" + Guid.NewGuid().ToString("n")[..8];
    private IClient _client = null!;
    private Kubelet? _kubelet;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ApiServer Server => fixture.Server;

    private ObjectKey Key => new(_namespace, "sample");

    public async ValueTask InitializeAsync()
    {
        await Server.InstallAsync(Generated.Definition("crd/bases/apps.baihl.io_httpclients.yaml"));
        _client = Server.CreateClient();
        await _client.CreateAsync(new V1Namespace { Metadata = new V1ObjectMeta { Name = _namespace } }, cancellationToken: Token);
        _kubelet = new Kubelet(_client, _namespace);
    }

    public async ValueTask DisposeAsync()
    {
        if (_kubelet is not null)
            await _kubelet.DisposeAsync();
    }

    [Fact]
    public async Task An_HTTPClient_becomes_a_ConfigMap_and_a_Deployment_and_reports()
    {
        await using var running = await Operator.StartAsync(Server);
        await CreateAsync();
        var ready = await Until(resource => resource.Status?.Conditions?.IsStatusConditionTrue("Available") == true);

        Assert.Equal((2, 1L), (ready.Status!.ReadyReplicas, ready.Status.ObservedGeneration!.Value));
        Assert.Equal("False", ready.Status.Conditions!.FindStatusCondition("Progressing")!.Status);
        var map = await _client.GetAsync<V1ConfigMap>(Key, Token);
        Assert.Contains("url = \"https://example.com/\"\n", map.Data["request"], StringComparison.Ordinal);
        Assert.Contains("header = \"Accept: text/plain\"\n", map.Data["request"], StringComparison.Ordinal);
        var deployment = await _client.GetAsync<V1Deployment>(Key, Token);
        Assert.Equal(2, deployment.Spec.Replicas);
        Assert.Equal("90", Assert.Single(deployment.Spec.Template.Spec.Containers).Env.Single(variable => variable.Name == "INTERVAL").Value);
        Assert.All([map.Metadata, deployment.Metadata], metadata => Assert.Equal(ready.Metadata.Uid, Assert.Single(metadata.OwnerReferences).Uid));
    }

    [Fact]
    public async Task A_change_of_the_spec_reaches_the_pods()
    {
        await using var running = await Operator.StartAsync(Server);
        await CreateAsync();
        await Until(resource => resource.Status?.ReadyReplicas == 2);
        var before = await _client.GetAsync<V1Deployment>(Key, Token);

        await ChangeAsync("""{"spec":{"replicas":3,"method":"POST"}}""");
        var after = await Until(resource => resource.Status is { ReadyReplicas: 3, ObservedGeneration: 2 });

        Assert.True(after.Status!.Conditions!.IsStatusConditionTrue("Available"));
        Assert.Contains("request = \"POST\"", (await _client.GetAsync<V1ConfigMap>(Key, Token)).Data["request"], StringComparison.Ordinal);
        var template = (await _client.GetAsync<V1Deployment>(Key, Token)).Spec.Template;
        Assert.NotEqual(before.Spec.Template.Metadata.Annotations["apps.baihl.io/request"], template.Metadata.Annotations["apps.baihl.io/request"]);
    }

    [Fact]
    public async Task A_deletion_leaves_nothing_even_if_the_operator_was_down()
    {
        await using (await Operator.StartAsync(Server))
        {
            await CreateAsync();
            await Until(resource => resource.Status?.ReadyReplicas == 2);
        }

        await _client.DeleteAsync<HTTPClient>(Key, cancellationToken: Token);
        var waiting = await _client.GetAsync<HTTPClient>(Key, Token);
        Assert.True(waiting.IsBeingDeleted() && waiting.HasFinalizer(HTTPClientReconciler.Finalizer));

        await using var again = await Operator.StartAsync(Server);
        await UntilGone<HTTPClient>();
        Assert.Null(await _client.FindAsync<V1Deployment>(Key, Token));
        Assert.Null(await _client.FindAsync<V1ConfigMap>(Key, Token));
    }

    [Fact]
    public async Task What_somebody_deletes_or_changes_comes_back()
    {
        await using var running = await Operator.StartAsync(Server);
        await CreateAsync();
        await Until(resource => resource.Status?.ReadyReplicas == 2);
        var deployment = await _client.GetAsync<V1Deployment>(Key, Token);

        await _client.DeleteAsync(deployment, cancellationToken: Token);
        await Poll(async () => await _client.FindAsync<V1Deployment>(Key, Token) is { } made && made.Metadata.Uid != deployment.Metadata.Uid);

        await _client.PatchAsync<V1ConfigMap>(Key, Merge("""{"data":{"request":"url = \"https://evil.example\""}}"""), cancellationToken: Token);
        await Poll(async () => (await _client.GetAsync<V1ConfigMap>(Key, Token)).Data["request"].Contains("example.com", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_operators_conflict_and_both_end_right()
    {
        await using var one = await Operator.StartAsync(Server);
        await using var two = await Operator.StartAsync(Server);
        await CreateAsync();
        await Poll(async () =>
        {
            await ChangeAsync($$$"""{"spec":{"interval":"{{{Random.Shared.Next(1, 1000)}}}s"}}""");
            return one.Log.Concat(two.Log).Any(line => line.Contains("changed by another", StringComparison.Ordinal));
        });

        var stored = await _client.GetAsync<HTTPClient>(Key, Token);
        await Until(resource => resource.Status?.ObservedGeneration == stored.Metadata.Generation && resource.Status?.ReadyReplicas == 2
            && resource.Status?.Conditions?.IsStatusConditionTrue("Available") == true);
        var deployment = await _client.GetAsync<V1Deployment>(Key, Token);
        var interval = Assert.Single(deployment.Spec.Template.Spec.Containers).Env.Single(variable => variable.Name == "INTERVAL").Value;
        Assert.Equal(stored.Spec.Interval.TotalSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture), interval);
    }

    [Fact]
    public async Task The_operator_goes_on_when_the_API_server_was_killed_and_comes_back()
    {
        await using var running = await Operator.StartAsync(Server);
        await CreateAsync();
        await Until(resource => resource.Status?.ReadyReplicas == 2);

        await Server.KillAsync();
        await Server.RestartAsync(Token);
        await ChangeAsync("""{"spec":{"replicas":1}}""");
        await Until(resource => resource.Status is { ReadyReplicas: 1, ObservedGeneration: 2 });

        await _client.DeleteAsync<HTTPClient>(Key, cancellationToken: Token);
        await UntilGone<HTTPClient>();
    }

    private Task<HTTPClient> CreateAsync() => _client.CreateAsync(
        new HTTPClient
        {
            Metadata = new V1ObjectMeta { Name = Key.Name, NamespaceProperty = _namespace },
            Spec = new HTTPClientSpec
            {
                Url = "https://example.com/",
                Headers = new Dictionary<string, string> { ["Accept"] = "text/plain" },
                Interval = TimeSpan.FromSeconds(90),
                Replicas = 2,
            },
        },
        cancellationToken: Token);

    private Task<HTTPClient> ChangeAsync(string json) => _client.PatchAsync<HTTPClient>(Key, Merge(json), cancellationToken: Token);

    private static Patch Merge(string json) => Patch.Merge(System.Text.Json.Nodes.JsonNode.Parse(json)!.AsObject());

    private async Task<HTTPClient> Until(Func<HTTPClient, bool> condition)
    {
        HTTPClient? last = null;
        await Poll(async () => (last = await _client.FindAsync<HTTPClient>(Key, Token)) is not null && condition(last));
        return last!;
    }

    private Task UntilGone<T>()
        where T : class, k8s.IKubernetesObject<V1ObjectMeta> => Poll(async () => await _client.FindAsync<T>(Key, Token) is null);

    // The server may be down, or another writer faster: asked again.
    private static Task Poll(Func<Task<bool>> condition) => Eventually.True(() => IsTrue(condition), seconds: 90);

    private static async Task<bool> IsTrue(Func<Task<bool>> condition)
    {
        try
        {
            return await condition();
        }
        catch (Exception e) when (e is HttpRequestException or KubernetesApiException { IsConflict: true })
        {
            return false;
        }
    }
}
