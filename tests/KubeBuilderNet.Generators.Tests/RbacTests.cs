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
    public void An_editor_build_leaves_the_text_out() =>
        Assert.Empty(new GeneratorTest("""[Rbac("", "pods", Verbs.Get)] public class A;""") { BuildProperties = { ["DesignTimeBuild"] = "true" } }.Run().Manifests);

    private static void AssertRole(string source, string json) =>
        Assert.Equal(json.ReplaceLineEndings(""), GeneratorTest.Run(source).Manifests["rbac/role.yaml"]);
}
