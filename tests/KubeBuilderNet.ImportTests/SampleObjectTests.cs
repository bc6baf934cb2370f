using System.Text;
using System.Text.Json.Nodes;
using KubeBuilderNet.Client.Errors;
using KubeBuilderNet.Client.Rest;
using KubeBuilderNet.ImportTests.Support;
using KubeBuilderNet.Testing;

namespace KubeBuilderNet.ImportTests;

/// <summary>Objects of other projects' kinds, in the form that their documentation shows, against what was built from the imported definitions.</summary>
public sealed class SampleObjectTests(SampleObjectTests.InstalledFixture installed) : IClassFixture<SampleObjectTests.InstalledFixture>
{
    [Theory]
    [InlineData("cert-manager.io/v1", "certificates", "Certificate",
        """{"secretName": "web-tls", "dnsNames": ["example.com"], "duration": "2160h", "issuerRef": {"name": "ca", "kind": "ClusterIssuer"}, "privateKey": {"algorithm": "RSA", "size": 2048}}""",
        """{"dnsNames": ["example.com"], "issuerRef": {"name": "ca"}}""", "spec.secretName")]
    [InlineData("cert-manager.io/v1", "issuers", "Issuer",
        """{"acme": {"server": "https://acme.example.com/directory", "email": "a@example.com", "privateKeySecretRef": {"name": "key"}, "solvers": [{"http01": {"ingress": {"ingressClassName": "nginx"}}}]}}""",
        """{"acme": {"email": "a@example.com", "privateKeySecretRef": {"name": "key"}}}""", "spec.acme.server")]
    [InlineData("monitoring.coreos.com/v1", "prometheusrules", "PrometheusRule",
        """{"groups": [{"name": "a", "rules": [{"alert": "Down", "expr": "up == 0", "for": "10m", "labels": {"severity": "page"}}]}]}""",
        """{"groups": [{"name": "a", "rules": [{"alert": "Down", "expr": true}]}]}""", "spec.groups[0].rules[0].expr")]
    [InlineData("monitoring.coreos.com/v1", "servicemonitors", "ServiceMonitor",
        """{"selector": {"matchLabels": {"app": "a"}}, "endpoints": [{"port": "web", "interval": "30s"}]}""",
        """{"selector": {"matchLabels": {"app": "a"}}, "endpoints": [{"port": "web", "interval": "often"}]}""", "spec.endpoints[0].interval")]
    [InlineData("gateway.networking.k8s.io/v1", "gateways", "Gateway",
        """{"gatewayClassName": "shared", "listeners": [{"name": "http", "protocol": "HTTP", "port": 80}]}""",
        """{"gatewayClassName": "shared", "listeners": [{"name": "a", "protocol": "HTTP", "port": 80}, {"name": "b", "protocol": "HTTP", "port": 80}]}""", "must be unique")]
    [InlineData("gateway.networking.k8s.io/v1", "httproutes", "HTTPRoute",
        """{"parentRefs": [{"name": "gateway"}], "rules": [{"matches": [{"path": {"type": "PathPrefix", "value": "/shop"}}], "backendRefs": [{"name": "shop", "port": 80}]}]}""",
        """{"parentRefs": [{"name": "gateway"}], "rules": [{"matches": [{"path": {"type": "PathPrefix", "value": "shop"}}]}]}""", "absolute path")]
    [InlineData("argoproj.io/v1alpha1", "applications", "Application",
        """{"project": "default", "source": {"repoURL": "https://example.com/r.git", "path": "shop", "targetRevision": "HEAD"}, "destination": {"server": "https://kubernetes.default.svc", "namespace": "shop"}}""",
        """{"source": {"repoURL": "https://example.com/r.git"}, "destination": {}}""", "spec.project")]
    [InlineData("argoproj.io/v1alpha1", "appprojects", "AppProject",
        """{"sourceRepos": ["*"], "destinations": [{"server": "*", "namespace": "*"}], "roles": [{"name": "reader", "policies": []}]}""",
        """{"sourceRepos": ["*"], "roles": [{"description": "nobody"}]}""", "spec.roles[0].name")]
    [InlineData("source.toolkit.fluxcd.io/v1", "gitrepositories", "GitRepository",
        """{"url": "https://example.com/r", "interval": "5m", "ref": {"branch": "main"}}""",
        """{"url": "ftp://example.com/r", "interval": "5m"}""", "spec.url")]
    [InlineData("source.toolkit.fluxcd.io/v1", "buckets", "Bucket",
        """{"bucketName": "b", "endpoint": "minio.example.com", "interval": "5m", "provider": "generic"}""",
        """{"bucketName": "b", "endpoint": "minio.example.com", "interval": "5m", "provider": "gcp", "sts": {"endpoint": "https://sts.example.com", "provider": "aws"}}""", "STS configuration")]
    public async Task A_good_object_is_accepted_and_a_bad_one_refused(string apiVersion, string plural, string kind, string good, string bad, string reason)
    {
        await installed.InstallAsync($"{plural}.{apiVersion.Split('/')[0]}");
        Assert.Null(await RefusalAsync(apiVersion, plural, kind, good));
        Assert.Contains(reason, await RefusalAsync(apiVersion, plural, kind, bad) ?? "accepted", StringComparison.Ordinal);
    }

    private async Task<string?> RefusalAsync(string apiVersion, string plural, string kind, string spec)
    {
        using var rest = installed.Server.CreateRestClient();
        var sample = new JsonObject
        {
            ["apiVersion"] = apiVersion,
            ["kind"] = kind,
            ["metadata"] = new JsonObject { ["name"] = "sample", ["namespace"] = "default" },
            ["spec"] = JsonNode.Parse(spec),
        };
        // Strictly: a field that the schema doesn't know is refused, too.
        var request = new RestRequest(HttpMethod.Post, $"/apis/{apiVersion}/namespaces/default/{plural}?dryRun=All&fieldValidation=Strict")
        {
            Body = Encoding.UTF8.GetBytes(sample.ToJsonString()),
            ContentType = "application/json",
        };
        try
        {
            await rest.SendAsync(request, TestContext.Current.CancellationToken);
            return null;
        }
        catch (KubernetesApiException e)
        {
            return e.Message;
        }
    }

    /// <summary>A late server, and the definitions that tests asked for.</summary>
    public sealed class InstalledFixture : IAsyncLifetime
    {
        private ApiServer? _server;

        internal ApiServer Server => _server!;

        public async ValueTask InitializeAsync()
        {
            if (ApiServer.SkipReason is null)
                _server = await ApiServer.StartAsync(new ApiServerOptions { Kind = ApiServerKind.CustomResources }, TestContext.Current.CancellationToken);
        }

        public async ValueTask DisposeAsync()
        {
            if (_server is not null)
                await _server.DisposeAsync();
        }

        internal async Task InstallAsync(string name)
        {
            Assert.SkipWhen(ApiServer.SkipReason is not null, ApiServer.SkipReason ?? "");
            var definition = Conformance.All.Where(file => file.Imported.Definitions.Any(original => (string)original["metadata"]!["name"]! == name))
                .SelectMany(file => file.Imported.Generated).Single(generated => (string)generated["metadata"]!["name"]! == name);
            await Server.InstallAsync(definition);
        }
    }
}
