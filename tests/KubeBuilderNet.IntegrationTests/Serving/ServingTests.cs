using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using k8s.Models;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Rest;
using KubeBuilderNet.Hosting;
using KubeBuilderNet.Managing;
using KubeBuilderNet.Reconciling;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace KubeBuilderNet.IntegrationTests.Serving;

public sealed class ServingTests(KubernetesFixture fixture) : IClassFixture<KubernetesFixture>
{
    private static readonly string[] Flags =
    [
        "--metrics-bind-address=127.0.0.1:0", "--health-probe-bind-address=127.0.0.1:0", "--leader-elect",
        "--leader-election-id=served", "--leader-election-namespace=default",
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_deployed_operator_answers_probes_and_shows_metrics_to_those_who_may_see_them()
    {
        var client = fixture.Server.CreateClient();
        await AllowAsync(client, "scraper");
        var scraper = await TokenAsync(client, "scraper");
        var stranger = await TokenAsync(client, "stranger");
        using var host = Build();
        await host.StartAsync(Token);
        var state = host.Services.GetRequiredService<ManagerState>();
        await Eventually.True(() => state.Addresses.Count == 2);
        await Eventually.True(async () => (await GetAsync(state.Addresses[1], "/readyz")).Status == 200);
        Assert.Equal((200, "ok"), await GetAsync(state.Addresses[1], "/healthz"));

        Assert.Equal("https", state.Addresses[0].Scheme);
        Assert.Equal(401, (await GetAsync(state.Addresses[0], "/metrics")).Status);
        Assert.Equal(401, (await GetAsync(state.Addresses[0], "/metrics", "forged")).Status);
        Assert.Equal(403, (await GetAsync(state.Addresses[0], "/metrics", stranger)).Status);
        var text = "";
        await Eventually.True(async () => (text = (await GetAsync(state.Addresses[0], "/metrics", scraper)).Body)
            .Contains("controller_runtime_reconcile_total{controller=\"watcher\",result=\"success\"} 4", StringComparison.Ordinal));
        Assert.Contains("leader_election_master_status{name=\"served\"} 1\n", text, StringComparison.Ordinal);
        Assert.Contains("workqueue_depth{controller=\"watcher\",name=\"watcher\",priority=\"-100\"} 0\n", text, StringComparison.Ordinal);
        await host.StopAsync(Token);
    }

    private IHost Build()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddCommandLine(Flags);
        builder.Services.AddKubeBuilder(options => options.KubeconfigPath = fixture.Server.KubeconfigPath).AddController<V1Namespace, WatcherReconciler>();
        return builder.Build();
    }

    private static async Task AllowAsync(IClient client, string account)
    {
        await client.CreateAsync(new V1ClusterRole
        {
            Metadata = new V1ObjectMeta { Name = "metrics-reader" },
            Rules = [new V1PolicyRule { NonResourceURLs = ["/metrics"], Verbs = ["get"] }],
        }, cancellationToken: Token);
        await client.CreateAsync(new V1ClusterRoleBinding
        {
            Metadata = new V1ObjectMeta { Name = "metrics-reader" },
            RoleRef = new V1RoleRef { ApiGroup = "rbac.authorization.k8s.io", Kind = "ClusterRole", Name = "metrics-reader" },
            Subjects = [new Rbacv1Subject { Kind = "ServiceAccount", Name = account, NamespaceProperty = "default" }],
        }, cancellationToken: Token);
    }

    private async Task<string> TokenAsync(IClient client, string account)
    {
        await client.CreateAsync(new V1ServiceAccount { Metadata = new V1ObjectMeta { Name = account, NamespaceProperty = "default" } }, cancellationToken: Token);
        using var rest = fixture.Server.CreateRestClient();
        var answer = await rest.SendAsync(new RestRequest(HttpMethod.Post, $"/api/v1/namespaces/default/serviceaccounts/{account}/token")
        {
            Body = """{"apiVersion":"authentication.k8s.io/v1","kind":"TokenRequest","spec":{}}"""u8.ToArray(),
        }, Token);
        return (string)JsonNode.Parse(answer)!["status"]!["token"]!;
    }

    [SuppressMessage("Security", "CA5359", Justification = "The operator signs its own certificate.")]
    private static async Task<(int Status, string Body)> GetAsync(Uri address, string path, string? token = null)
    {
        using var http = new HttpClient(new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = static (_, _, _, _) => true } });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, path));
        if (token is not null)
            request.Headers.Authorization = new("Bearer", token);
        using var response = await http.SendAsync(request, Token);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(Token));
    }

    private sealed class WatcherReconciler : IReconciler<V1Namespace>
    {
        public Task<ReconcileResult> ReconcileAsync(ReconcileRequest request, CancellationToken cancellationToken) => Task.FromResult(ReconcileResult.Done);
    }
}
