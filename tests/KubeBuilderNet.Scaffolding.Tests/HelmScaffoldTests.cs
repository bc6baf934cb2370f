using System.Text.Json.Nodes;
using KubeBuilderNet.Scaffolding.Helm;
using KubeBuilderNet.Scaffolding.Planning;
using KubeBuilderNet.Scaffolding.Tests.Support;

namespace KubeBuilderNet.Scaffolding.Tests;

public class HelmScaffoldTests
{
    // What a release adds, or says otherwise.
    private static readonly string[] OfReleases = ["helm.sh/chart", "helm.sh/resource-policy", "app.kubernetes.io/instance", "app.kubernetes.io/managed-by"];

    [Fact]
    public void With_its_defaults_the_chart_is_what_kustomize_renders()
    {
        var expected = Chart.Rendered().Where(item => (string)item["kind"]! != "Namespace").ToDictionary(Chart.KeyOf, item => Comparable(item)!.ToJsonString());
        var actual = Chart.Template(Chart.Create()).ToDictionary(item => item.Key, item => Comparable(item.Value)!.ToJsonString());
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), actual.Keys.Order(StringComparer.Ordinal));
        Assert.All(expected, item => Assert.Equal(item.Value, actual[item.Key]));
    }

    [Fact]
    public void Parts_are_switched_off_with_all_that_belongs_to_them()
    {
        var files = Chart.Create();
        var off = Chart.Template(files, ["certManager.enabled=false", "webhook.enabled=false", "metrics.enabled=false", "networkPolicy.enabled=false", "rbac.helpers.enabled=false", "crd.keep=false"]);
        Assert.Equal(
            ["ClusterRole shop-manager-role", "ClusterRoleBinding shop-manager-rolebinding", "ConfigMap shop-templates", "CustomResourceDefinition baskets.apps.example.com",
                "Deployment shop-controller-manager", "Role shop-leader-election-role", "RoleBinding shop-leader-election-rolebinding", "ServiceAccount shop-controller-manager"],
            off.Keys.Order(StringComparer.Ordinal));
        var pod = off["Deployment shop-controller-manager"]["spec"]!["template"]!["spec"]!;
        Assert.Equal("""["--leader-elect=true","--health-probe-bind-address=:8081","--metrics-bind-address=0"]""", pod["containers"]![0]!["args"]!.ToJsonString());
        Assert.Equal(["tmp"], pod["volumes"]!.AsArray().Select(volume => (string)volume!["name"]!));
        Assert.Equal(["health"], pod["containers"]![0]!["ports"]!.AsArray().Select(port => (string)port!["name"]!));
        Assert.Null(off["CustomResourceDefinition baskets.apps.example.com"]["spec"]!["conversion"]);
        Assert.DoesNotContain(Chart.Template(files, ["crd.enabled=false"]).Keys, key => key.StartsWith("Custom", StringComparison.Ordinal));
    }

    [Fact]
    public void Values_reach_what_they_are_for()
    {
        var made = Chart.Template(Chart.Create(),
        [
            "manager.replicas=3", "manager.image.repository=r.io/shop", "manager.image.tag=\"\"", "metrics.port=9999", "metrics.secure=false", "rbac.namespaced=true",
            "manager.envOverrides={DOTNET_EnableDiagnostics: 1, MORE: yes please}", "manager.nodeSelector={disk: ssd}", "manager.imagePullSecrets=[{name: pull}]",
            "manager.extraVolumes=[{name: more, emptyDir: {}}]", "manager.pod.labels={team: a}", "serviceAccount.name=mine", "manager.priorityClassName=high",
        ], "green");
        var deployment = made["Deployment green-shop-controller-manager"];
        var pod = deployment["spec"]!["template"]!["spec"]!;
        var container = pod["containers"]![0]!;
        Assert.Equal(3, (long)deployment["spec"]!["replicas"]!);
        Assert.Equal("r.io/shop:0.1.0", (string)container["image"]!);
        Assert.Contains("\"--metrics-bind-address=:9999\",\"--metrics-secure=false\"", container["args"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("""[{"name":"DOTNET_EnableDiagnostics","value":"1"},{"name":"MORE","value":"yes please"},{"name":"WATCH_NAMESPACE","valueFrom":{"fieldRef":{"fieldPath":"metadata.namespace"}}}]""", container["env"]!.ToJsonString());
        Assert.Equal("""{"disk":"ssd"}""", pod["nodeSelector"]!.ToJsonString());
        Assert.Equal("high", (string)pod["priorityClassName"]!);
        Assert.Equal("more", (string)pod["volumes"]!.AsArray()[^1]!["name"]!);
        Assert.Equal("a", (string)deployment["spec"]!["template"]!["metadata"]!["labels"]!["team"]!);
        Assert.Equal("mine", (string)pod["serviceAccountName"]!);
        Assert.Equal("mine", (string)made["RoleBinding green-shop-manager-rolebinding"]["subjects"]![0]!["name"]!);
        Assert.Equal("Role", (string)made["RoleBinding green-shop-manager-rolebinding"]["roleRef"]!["kind"]!);
        Assert.Contains("ClusterRole green-shop-metrics-reader", made.Keys);
        Assert.Equal(9999, (long)made["Service green-shop-controller-manager-metrics-service"]["spec"]!["ports"]![0]!["port"]!);
        Assert.Equal("http", (string)made["ServiceMonitor green-shop-controller-manager-metrics-monitor"]["spec"]!["endpoints"]![0]!["scheme"]!);
        Assert.Equal("shop-system/green-shop-serving-cert", (string)made["ValidatingWebhookConfiguration green-shop-validating-webhook-configuration"]["metadata"]!["annotations"]!["cert-manager.io/inject-ca-from"]!);
        Assert.Equal("green", (string)deployment["spec"]!["selector"]!["matchLabels"]!["app.kubernetes.io/instance"]!);
    }

    [Fact]
    public void Long_release_names_leave_room_for_what_follows()
    {
        var files = Chart.Create();
        var names = Chart.Template(files, release: new string('a', 53)).Keys;
        Assert.All(names, name => Assert.True(name.Split(' ')[1].Length <= 63, name));
        Assert.Equal(Chart.Template(files).Count, names.Count);
    }

    [Fact]
    public void What_the_project_does_not_deploy_is_offered_and_off()
    {
        var documents = Chart.Rendered().Where(item => (string)item["kind"]! is "Deployment" or "Service" or "ServiceAccount" && (string)item["metadata"]!["name"]! != "shop-webhook-service").ToList();
        var files = Chart.Create(documents);
        Assert.Equal(["Deployment shop-controller-manager", "Service shop-controller-manager-metrics-service", "ServiceAccount shop-controller-manager"],
            Chart.Template(files).Keys.Order(StringComparer.Ordinal));
        var on = Chart.Template(files, ["prometheus.enabled=true", "networkPolicy.enabled=true"]);
        Assert.Equal(8443, (long)on["NetworkPolicy shop-allow-metrics-traffic"]["spec"]!["ingress"]![0]!["ports"]![0]!["port"]!);
        Assert.Equal("https", (string)on["ServiceMonitor shop-controller-manager-metrics-monitor"]["spec"]!["endpoints"]![0]!["port"]!);
    }

    [Fact]
    public void A_second_run_changes_nothing_and_users_files_are_kept_unless_forced()
    {
        var files = Chart.Create();
        Assert.Empty(HelmScaffold.Plan(files, Chart.Rendered(), Chart.Options).Writes);
        foreach (var path in (string[])["Chart.yaml", "values.yaml", "templates/NOTES.txt", "templates/_helpers.tpl", ".helmignore"])
            files.Put($"dist/chart/{path}", "# mine\n");
        files.Put(".github/workflows/test-chart.yml", "# mine\n");
        files.Put("dist/chart/templates/manager/manager.yaml", "mine\n");
        files.Put("dist/chart/templates/rbac/mine.yaml", "mine\n");
        var plan = HelmScaffold.Plan(files, Chart.Rendered(), Chart.Options);
        Assert.Equal(["dist/chart/templates/manager/manager.yaml"], plan.Writes.Select(change => change.Path));
        Assert.StartsWith("dist/chart/values.yaml has no nameOverride, fullnameOverride, manager, rbac, ", Assert.Single(plan.Notes), StringComparison.Ordinal);

        var forced = HelmScaffold.Plan(files, Chart.Rendered(), Chart.Options with { Force = true });
        Assert.DoesNotContain("dist/chart/Chart.yaml", forced.Writes.Select(change => change.Path));
        Assert.Equal(5, forced.Writes.Count(change => change.Kind == ChangeKind.Overwrite));
        Assert.Equal(5, forced.Notes.Count(note => note.Contains("because of --force", StringComparison.Ordinal)));
    }

    [Fact]
    public void Templates_of_objects_that_are_gone_go_and_those_of_the_user_stay()
    {
        var files = Chart.Create();
        files.Put("dist/chart/templates/extra/mine.yaml", "kind: Mine\n");
        var plan = HelmScaffold.Plan(files, [.. Chart.Rendered().Where(item => (string)item["kind"]! != "ConfigMap")], Chart.Options);
        Assert.Equal([(ChangeKind.Delete, "dist/chart/templates/extra/templates.yaml")], plan.Writes.Select(change => (change.Kind, change.Path)));
    }

    [Fact]
    public void Objects_of_the_operators_own_kinds_are_left_out_and_said()
    {
        var basket = JsonNode.Parse("""{"apiVersion":"apps.example.com/v1beta1","kind":"Basket","metadata":{"name":"one"}}""")!;
        var plan = HelmScaffold.Plan(new MemoryFileSystem(), [.. Chart.Rendered(), basket], Chart.Options);
        Assert.Equal("Basket one is left out of the chart: its kind is only there once the chart is installed", Assert.Single(plan.Notes));
    }

    [Fact]
    public void A_chart_needs_the_operators_Deployment()
    {
        Assert.StartsWith("nothing that is deployed is a Deployment", Scaffold.Error(() => Chart.Create([])), StringComparison.Ordinal);
        var manager = Chart.Rendered().Single(item => (string)item["kind"]! == "Deployment");
        var second = manager.DeepClone();
        second["metadata"]!["name"] = "shop-other";
        Assert.StartsWith("shop-controller-manager, shop-other: which of these Deployments is the operator?", Scaffold.Error(() => Chart.Create([manager, second])), StringComparison.Ordinal);
    }

    private static JsonNode? Comparable(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.Where(pair => !OfReleases.Contains(pair.Key)).Select(pair => KeyValuePair.Create(pair.Key, Sorted(pair.Key, Comparable(pair.Value))))
            .Where(pair => pair.Value is not JsonObject { Count: 0 }).OrderBy(pair => pair.Key, StringComparer.Ordinal)),
        JsonArray list => new JsonArray([.. list.Select(Comparable)]),
        _ => node?.DeepClone(),
    };

    // Their order says nothing.
    private static JsonNode? Sorted(string key, JsonNode? value) =>
        key == "args" && value is JsonArray list ? new JsonArray([.. list.OrderBy(word => (string)word!, StringComparer.Ordinal).Select(word => word!.DeepClone())]) : value;
}
