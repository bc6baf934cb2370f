using System.Text.Json;
using KubeBuilderNet.Generators.Tests.Infrastructure;

namespace KubeBuilderNet.Generators.Tests;

public sealed class RbacTests
{
    [Fact]
    public void Grants_of_all_classes_become_one_cluster_role() => AssertRole(
        """
        [Rbac("apps.baihl.io", "httpclients", Verbs.Read | Verbs.Patch)] public class A;
        [Rbac("", "configmaps", Verbs.Get)] [Rbac("core", "events", Verbs.Create)] public class B;
        """,
        """
        {"apiVersion":"rbac.authorization.k8s.io/v1","kind":"ClusterRole","metadata":{"name":"manager-role"},"rules":[
        {"apiGroups":[""],"resources":["configmaps"],"verbs":["get"]},
        {"apiGroups":[""],"resources":["events"],"verbs":["create"]},
        {"apiGroups":["apps.baihl.io"],"resources":["httpclients"],"verbs":["get","list","patch","watch"]}]}
        """);

    [Fact]
    public void Rules_that_differ_in_verbs_then_resources_then_groups_are_united() => AssertRole(
        """
        [Rbac("art", "jobs", Verbs.Get)]
        [Rbac("art", "jobs", Verbs.Watch)]
        [Rbac("batch", "jobs,cronjobs", Verbs.Get | Verbs.Watch)]
        [Rbac("art", "cronjobs", Verbs.Get | Verbs.Watch)]
        public class A;
        """,
        """
        {"apiVersion":"rbac.authorization.k8s.io/v1","kind":"ClusterRole","metadata":{"name":"manager-role"},"rules":[
        {"apiGroups":["art","batch"],"resources":["cronjobs","jobs"],"verbs":["get","watch"]}]}
        """);

    [Fact]
    public void Namespaces_get_roles_of_their_own_after_the_cluster_role() => AssertRole(
        """
        [Rbac("", "secrets", Verbs.Get, Namespace = "zoo", ResourceNames = "b, a")]
        [Rbac("", "pods", Verbs.List)]
        public class A;
        """,
        """
        [{"apiVersion":"rbac.authorization.k8s.io/v1","kind":"ClusterRole","metadata":{"name":"manager-role"},"rules":[
        {"apiGroups":[""],"resources":["pods"],"verbs":["list"]}]},
        {"apiVersion":"rbac.authorization.k8s.io/v1","kind":"Role","metadata":{"name":"manager-role","namespace":"zoo"},"rules":[
        {"apiGroups":[""],"resourceNames":["a","b"],"resources":["secrets"],"verbs":["get"]}]}]
        """);

    [Fact]
    public void Grants_of_the_assembly_count() => AssertRole(
        """[assembly: Rbac("apps", "deployments", Verbs.All)]""",
        """
        {"apiVersion":"rbac.authorization.k8s.io/v1","kind":"ClusterRole","metadata":{"name":"manager-role"},"rules":[
        {"apiGroups":["apps"],"resources":["deployments"],"verbs":["create","delete","deletecollection","get","list","patch","update","watch"]}]}
        """);

    [Fact]
    public void Without_grants_there_is_no_role() => Assert.Empty(GeneratorTest.Run("public class A;").Manifests);

    [Fact]
    public void A_rule_without_verbs_or_resources_is_an_error() => GeneratorTest.Run(
        """
        [Rbac("", "pods", Verbs.None)] public class A;
        [Rbac("apps", " ", Verbs.Get)] public class B;
        """,
        new ExpectedDiagnostic("KBN0012", "Rbac(\"\", \"pods\", Verbs.None)", "no verb"),
        new ExpectedDiagnostic("KBN0012", "Rbac(\"apps\", \" \", Verbs.Get)", "no resource"));

    [Fact]
    public void URLs_role_names_and_several_namespaces() => AssertRole(
        """
        [Rbac(Verbs.Get, Urls = "/metrics,/healthz/*")]
        [Rbac("", "pods", Verbs.None, OtherVerbs = "use,bind", Namespace = "a,b", RoleName = "reader")]
        public class A;
        """,
        """
        [{"apiVersion":"rbac.authorization.k8s.io/v1","kind":"ClusterRole","metadata":{"name":"manager-role"},"rules":[
        {"nonResourceURLs":["/healthz/*","/metrics"],"verbs":["get"]}]},
        {"apiVersion":"rbac.authorization.k8s.io/v1","kind":"Role","metadata":{"name":"reader","namespace":"a"},"rules":[
        {"apiGroups":[""],"resources":["pods"],"verbs":["bind","use"]}]},
        {"apiVersion":"rbac.authorization.k8s.io/v1","kind":"Role","metadata":{"name":"reader","namespace":"b"},"rules":[
        {"apiGroups":[""],"resources":["pods"],"verbs":["bind","use"]}]}]
        """);

    [Theory]
    [InlineData("""Rbac("", "pods", Verbs.Get, Urls = "/metrics")""", "both resources and URLs")]
    [InlineData("""Rbac(Verbs.Get, Urls = "/metrics", Namespace = "a")""", "lie in no namespace")]
    [InlineData("""Rbac(Verbs.Get, Urls = "/metrics", ResourceNames = "a")""", "no resource names")]
    [InlineData("""Rbac(Verbs.Get, Urls = "metrics")""", "begins with '/'")]
    [InlineData("""Rbac("Apps", "pods", Verbs.Get)""", "'Apps' is no API group")]
    [InlineData("""Rbac("", "Pods", Verbs.Get)""", "'Pods' is no resource")]
    [InlineData("""Rbac("", "pods", Verbs.None, OtherVerbs = "Get")""", "'Get' is no verb")]
    [InlineData("""Rbac("", "pods", Verbs.Get, Namespace = "a.b")""", "'a.b' can't be the name of a namespace")]
    [InlineData("""Rbac("", "pods", Verbs.Get, RoleName = "a/b")""", "'a/b' can't be the name of a role")]
    public void What_an_API_server_refuses_is_an_error(string attribute, string message) =>
        Assert.Empty(GeneratorTest.Run($"[{attribute}] public class A;", new ExpectedDiagnostic("KBN0050", attribute, message)).Manifests);

    [Fact]
    public void A_verb_that_names_cannot_limit_is_a_warning()
    {
        const string attribute = """Rbac("", "pods", Verbs.Get | Verbs.Create, ResourceNames = "a")""";
        var result = GeneratorTest.Run($"[{attribute}] public class A;", new ExpectedDiagnostic("KBN0051", attribute, "create"));
        Assert.Single(result.Manifests);
    }

    [Fact]
    public void The_build_may_give_the_role_another_name()
    {
        var test = new GeneratorTest("""[Rbac("", "pods", Verbs.Get)] public class A;""") { BuildProperties = { ["KubeBuilderRoleName"] = "shop-role" } };
        Assert.Contains("\"name\":\"shop-role\"", test.Run().Manifests["rbac/role.yaml"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_build_may_confine_the_role_to_a_namespace()
    {
        var test = new GeneratorTest("""
            [Rbac("", "pods", Verbs.Get)] [Rbac("", "nodes", Verbs.Get)] [Rbac("apps", "deployments", Verbs.Get, Namespace = "other")]
            public class A;
            """) { BuildProperties = { ["KubeBuilderRoleNamespace"] = "system" } };
        using var roles = JsonDocument.Parse(test.Run().Manifests["rbac/role.yaml"]);
        Assert.Equal(
            ["ClusterRole manager-role  nodes", "Role manager-role other deployments", "Role manager-role system pods"],
            roles.RootElement.EnumerateArray().Select(Describe));
    }

    [Fact]
    public void A_kind_without_a_namespace_stays_with_the_cluster()
    {
        var test = new GeneratorTest("""
            using System.Threading;
            using System.Threading.Tasks;
            using KubeBuilderNet.Reconciling;
            [CustomResource("shop.io", "v1", Scope = ResourceScope.Cluster)] public partial class Shop : CustomResource<ShopSpec>;
            public sealed partial class ShopSpec;
            public class ShopReconciler : IReconciler<Shop>
            {
                public Task<ReconcileResult> ReconcileAsync(ReconcileRequest request, CancellationToken cancellationToken) => throw new System.NotSupportedException();
            }
            """) { BuildProperties = { ["KubeBuilderRoleNamespace"] = "system" } };
        using var roles = JsonDocument.Parse(test.Run().Manifests["rbac/role.yaml"]);
        Assert.Equal(
            ["ClusterRole manager-role  shops,shops/finalizers", "Role leader-election-role system leases,events", "Role manager-role system events"],
            roles.RootElement.EnumerateArray().Select(Describe));
    }

    private static string Describe(JsonElement role)
    {
        var metadata = role.GetProperty("metadata");
        var space = metadata.TryGetProperty("namespace", out var found) ? found.GetString() : "";
        var resources = role.GetProperty("rules").EnumerateArray().SelectMany(rule => rule.GetProperty("resources").EnumerateArray()).Select(resource => resource.GetString());
        return $"{role.GetProperty("kind").GetString()} {metadata.GetProperty("name").GetString()} {space} {string.Join(',', resources)}";
    }

    [Fact]
    public void An_editor_build_leaves_the_text_out() =>
        Assert.Empty(new GeneratorTest("""[Rbac("", "pods", Verbs.Get)] public class A;""") { BuildProperties = { ["DesignTimeBuild"] = "true" } }.Run().Manifests);

    private static void AssertRole(string source, string json) =>
        Assert.Equal(json.ReplaceLineEndings(""), GeneratorTest.Run(source).Manifests["rbac/role.yaml"]);
}
