using KubeBuilderNet.Generators.Tests.Infrastructure;

namespace KubeBuilderNet.Generators.Tests.Conformance;

public sealed class RoleConformanceTests
{
    private const string Source = """
        [Rbac("batch.io", "cronjobs", Verbs.Get | Verbs.Watch | Verbs.Create)]
        [Rbac("batch.io", "cronjobs/status", Verbs.Get | Verbs.Update | Verbs.Patch)]
        [Rbac("art", "jobs", Verbs.Get)]
        [Rbac("wave", "jobs", Verbs.Get, Namespace = "zoo")]
        [Rbac("batch,batch,batch", "jobs/status", Verbs.Watch)]
        [Rbac("batch,cron", "jobs/status", Verbs.Create | Verbs.Get)]
        [Rbac("art", "jobs", Verbs.Get, Namespace = "zoo")]
        [Rbac("cron,batch", "jobs/status", Verbs.Get | Verbs.Create)]
        [Rbac("batch", "jobs/status", Verbs.Watch, OtherVerbs = "watch")]
        [Rbac("art", "jobs", Verbs.Get, Namespace = "park")]
        [Rbac("batch.io", "cronjobs", Verbs.Get | Verbs.Watch, ResourceNames = "foo,bar,baz")]
        [Rbac("deduplicate-verbs", "some", Verbs.Get | Verbs.List)]
        [Rbac("deduplicate-verbs", "some", Verbs.Get)]
        [Rbac("deduplicate-verbs", "some", Verbs.List)]
        [Rbac("deduplicate-resources", "one", Verbs.Create)]
        [Rbac("deduplicate-resources", "two", Verbs.Create)]
        [Rbac("deduplicate-resources", "three", Verbs.Create)]
        [Rbac("deduplicate-groups1", "foo", Verbs.Patch)]
        [Rbac("deduplicate-groups2", "foo", Verbs.Patch)]
        [Rbac("deduplicate-groups3", "foo", Verbs.Patch)]
        [Rbac("deduplicate-all", "foo,bar", Verbs.Get | Verbs.List)]
        [Rbac("deduplicate-all", "foo", Verbs.Get)]
        [Rbac("deduplicate-all", "bar", Verbs.List)]
        [Rbac("deduplicate-groups4", "xyz", Verbs.Get | Verbs.Update | Verbs.Patch)]
        [Rbac("deduplicate-groups4", "xyz", Verbs.None, OtherVerbs = "*")]
        [Rbac("deduplicate-all-group", "foo,bar", Verbs.Get | Verbs.List)]
        [Rbac("not-deduplicate-resources", "some", Verbs.Get)]
        [Rbac("not-deduplicate-resources", "another", Verbs.List)]
        [Rbac("not-deduplicate-groups1", "some", Verbs.Get)]
        [Rbac("not-deduplicate-groups2", "some", Verbs.List)]
        [Rbac(Verbs.Get, Urls = "/url-to-duplicate")]
        [Rbac(Verbs.Get, Urls = "/another/url-to-duplicate")]
        [Rbac("core", "deduplicate", Verbs.List)]
        [Rbac("", "me", Verbs.List)]
        [Rbac("core,,some-other-to-deduplicate-with-core", "me", Verbs.List | Verbs.Get)]
        [Rbac("deduplicate-groups5", "abc", Verbs.Get | Verbs.Update | Verbs.Patch | Verbs.Create, Namespace = "here")]
        [Rbac("deduplicate-groups5", "abc", Verbs.None, OtherVerbs = "*", Namespace = "here")]
        [Rbac("apps", "deployments", Verbs.Read | Verbs.Update | Verbs.Patch, Namespace = "infrastructure", RoleName = "infra-deployment-manager")]
        [Rbac("", "secrets", Verbs.Read, Namespace = "users", RoleName = "user-secrets-reader")]
        [Rbac("apps", "statefulsets", Verbs.Get | Verbs.List, Namespace = "infrastructure", RoleName = "infra-deployment-manager")]
        [Rbac("monitoring", "prometheuses", Verbs.Get | Verbs.List, Namespace = "observability")]
        public class Controller;
        """;

    [Fact]
    public void Roles_are_those_of_controller_gen() => ReferenceManifests.AssertEqual(
        ReferenceManifests.Read("rbac-role.yaml"),
        ReferenceManifests.Objects(GeneratorTest.Run(Source).Manifests["rbac/role.yaml"]));
}
