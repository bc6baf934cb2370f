using System.Text.Json.Nodes;
using KubeBuilderNet.Annotations;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Manifests;

namespace KubeBuilderNet.IntegrationTests;

/// <summary>Says all that roles and webhooks can say.</summary>
[DefaultingWebhook<Widget>(
    Operations = Operations.Create | Operations.Delete | Operations.Connect, FailurePolicy = FailurePolicy.Ignore,
    SideEffects = SideEffects.NoneOnDryRun, MatchPolicy = MatchPolicy.Exact, TimeoutSeconds = 30, Scope = WebhookScope.Namespaced,
    ReinvocationPolicy = ReinvocationPolicy.IfNeeded, NamespaceSelector = "env in (a, b),team=x,!legacy",
    ObjectSelector = "app.kubernetes.io/name,tier!=web,zone notin (z1)", AdmissionReviewVersions = ["v1", "v1beta1"],
    MatchConditions = ["not-nodes: !('system:nodes' in request.userInfo.groups)"])]
[ValidatingWebhook("core,apps", "*", "*", Name = "everything.tests.baihl.io", Url = "https://hooks.example.com/all", Operations = Operations.All)]
[ValidatingWebhook<Widget>(ServiceName = "hooks", ServiceNamespace = "ops", ServicePort = 9443)]
[Rbac("apps,core", "deployments,pods/status", Verbs.All, OtherVerbs = "use")]
[Rbac(Verbs.Get, Urls = "/metrics,/healthz/*,*")]
[Rbac("", "secrets", Verbs.Read, Namespace = "default,kube-system", RoleName = "secrets-reader", ResourceNames = "a,b")]
internal static class Declarations;

public sealed class GeneratedManifestTests(KubernetesFixture fixture) : IClassFixture<KubernetesFixture>
{
    [Theory]
    [InlineData("rbac/role.yaml", "default")]
    [InlineData("webhook/manifests.yaml", null)]
    public async Task A_server_accepts_them_as_they_were_written(string path, string? system)
    {
        using var rest = fixture.Server.CreateRestClient();
        var manifests = new ManifestClient(rest);
        var options = new ApplyOptions { FieldManager = "test", Force = true, DryRun = true };
        var objects = JsonNode.Parse(Generated.Json(path))!.AsArray();
        Assert.NotEmpty(objects);
        foreach (var one in objects.Select(item => item!.AsObject()))
        {
            // What kustomize does at the deployment.
            if ((string?)one["metadata"]!["namespace"] == "system")
                one["metadata"]!["namespace"] = system;
            RemoveWhatIsNewer(one);
            var applied = await manifests.ApplyAsync(one, options, TestContext.Current.CancellationToken);
            var (part, name) = one["rules"] is null ? ("webhooks", "name") : ("rules", "verbs");
            Assert.Equal(Parts(one, part, name), Parts(applied, part, name));
        }
    }

    // Match conditions came with Kubernetes 1.27.
    private static void RemoveWhatIsNewer(JsonObject manifest)
    {
        foreach (var webhook in manifest["webhooks"]?.AsArray() ?? [])
            webhook!.AsObject().Remove("matchConditions");
    }

    private static IEnumerable<string> Parts(JsonObject manifest, string part, string name) =>
        manifest[part]!.AsArray().Select(entry => entry![name]!.ToJsonString());
}
