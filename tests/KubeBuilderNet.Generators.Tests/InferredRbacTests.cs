using System.Text.Json.Nodes;
using KubeBuilderNet.Generators.Tests.Conformance;
using KubeBuilderNet.Generators.Tests.Infrastructure;

namespace KubeBuilderNet.Generators.Tests;

public sealed class InferredRbacTests
{
    private const string Usings = """
        using System.Threading;
        using System.Threading.Tasks;
        using KubeBuilderNet.Reconciling;

        """;

    private const string Widget = """

        [CustomResource("apps.example.com", "v1")]
        public sealed partial class Widget : CustomResource<WidgetSpec, WidgetStatus>;

        [CustomResource("apps.example.com", "v1")]
        public sealed partial class Gadget : CustomResource<WidgetSpec>;

        public sealed partial class WidgetSpec;
        public sealed partial class WidgetStatus;

        """;

    [Fact]
    public void A_reconciler_may_do_what_it_needs_by_its_nature() => Assert.Equal(
        [
            "ClusterRole manager-role: apps deployments create,delete,get,list,patch,update,watch",
            "ClusterRole manager-role: apps.example.com widgets get,list,patch,update,watch",
            "ClusterRole manager-role: apps.example.com widgets/finalizers update",
            "ClusterRole manager-role: apps.example.com widgets/status get,patch,update",
            "ClusterRole manager-role: events.k8s.io events create,patch",
            "Role leader-election-role: coordination.k8s.io leases create,delete,get,list,patch,update,watch",
            "Role leader-election-role: events.k8s.io events create,patch",
        ],
        Rules(Usings + Widget + "[Owns<V1Deployment>]\n" + Reconciler("Widget")));

    [Fact]
    public void What_is_watched_may_be_read_and_metadata_alone_asks_for_the_same() => Assert.Equal(
        ["ClusterRole manager-role:  secrets get,list,watch", "ClusterRole manager-role: apps deployments create,delete,get,list,patch,update,watch"],
        Rules(Usings + Widget + """
            [Owns<PartialObjectMetadata<V1Deployment>>, Watches<V1Secret>("Map"), Watches<V1Node>("Map", Cluster = "far")]
            public sealed class TestReconciler : IReconciler<Widget>
            {
                public Task<ReconcileResult> ReconcileAsync(ReconcileRequest request, CancellationToken cancellationToken) => Task.FromResult(ReconcileResult.Done);
                internal static ReconcileRequest[] Map(k8s.IKubernetesObject<V1ObjectMeta> changed) => [];
            }
            """).Where(rule => rule.Contains("secrets", StringComparison.Ordinal) || rule.Contains("deployments", StringComparison.Ordinal) || rule.Contains("nodes", StringComparison.Ordinal)));

    [Fact]
    public void Without_a_status_there_is_no_right_to_it() =>
        Assert.DoesNotContain(Rules(Usings + Widget + Reconciler("Gadget")), rule => rule.Contains("/status", StringComparison.Ordinal));

    [Fact]
    public void Explicit_rules_are_united_with_inferred_ones() => Assert.Contains(
        "ClusterRole manager-role: apps.example.com widgets create,delete,get,list,patch,update,watch",
        Rules(Usings + Widget + """[Rbac("apps.example.com", "widgets", Verbs.Create | Verbs.Delete)]""" + Reconciler("Widget")));

    [Fact]
    public void One_reconciler_can_turn_it_off() =>
        Assert.Empty(Rules(Usings + Widget + "[InferRbac(false)]\n" + Reconciler("Widget")));

    [Fact]
    public void The_assembly_can_turn_it_off() =>
        Assert.Empty(Rules(Usings + "[assembly: InferRbac(false)]\n" + Widget + Reconciler("Widget")));

    [Fact]
    public void A_reconciler_of_a_compiled_kind_gets_its_rights() => Assert.Contains(
        "ClusterRole manager-role: apps deployments get,list,patch,update,watch", Rules(Usings + Reconciler("V1Deployment")));

    private static string Reconciler(string kind) => $$"""
        public sealed class TestReconciler : IReconciler<{{kind}}>
        {
            public Task<ReconcileResult> ReconcileAsync(ReconcileRequest request, CancellationToken cancellationToken) =>
                Task.FromResult(ReconcileResult.Done);
        }
        """;

    private static string[] Rules(string source) => GeneratorTest.Run(source).Manifests.GetValueOrDefault("rbac/role.yaml") is { } json
        ? [.. ReferenceManifests.Objects(json).SelectMany(Rules)]
        : [];

    private static IEnumerable<string> Rules(JsonNode role) => role["rules"]!.AsArray().Select(rule =>
        $"{role["kind"]} {role["metadata"]!["name"]}: {List(rule!, "apiGroups")} {List(rule!, "resources")} {List(rule!, "verbs")}");

    private static string List(JsonNode rule, string name) => string.Join(',', rule[name]!.AsArray());
}
