using KubeBuilderNet.Scaffolding.Apis;
using KubeBuilderNet.Scaffolding.Applying;
using KubeBuilderNet.Scaffolding.Deleting;
using KubeBuilderNet.Scaffolding.Planning;
using KubeBuilderNet.Scaffolding.Tests.Support;

namespace KubeBuilderNet.Scaffolding.Tests;

public class DeleteApiScaffoldTests
{
    private static DeleteApiOptions Options { get; } = new() { Group = "apps", Version = "v1beta1", Kind = "HTTPClient" };

    public static TheoryData<CreateApiOptions> Created =>
    [
        Scaffold.Api(),
        Scaffold.Api() with { HasController = false },
        Scaffold.Api() with { Namespaced = false, Plural = "clients", ControllerName = "http-client" },
        Scaffold.Api(group: ""),
    ];

    [Theory]
    [MemberData(nameof(Created), DisableDiscoveryEnumeration = true)]
    public void Deleting_leaves_the_project_as_it_was_before(CreateApiOptions created)
    {
        foreach (var start in new[] { Scaffold.Init(), Scaffold.Init().Create(Scaffold.Api("v1", "Basket", created.Group)) })
        {
            var before = start.Files.ToDictionary();
            start.Create(created);
            Assert.NotEqual(before, start.Files);
            Delete(start, Options with { Group = created.Group });
            Assert.Equal(before.OrderBy(file => file.Key, StringComparer.Ordinal), start.Files);
            Assert.DoesNotContain("Api/V1Beta1", start.Directories);
        }
    }

    [Fact]
    public void One_version_goes_and_what_versions_share_stays()
    {
        var files = Scaffold.Init().Create(Scaffold.Api());
        var before = files.Files.ToDictionary();
        files.Create(Scaffold.Api("v2") with { HasController = false });
        Delete(files, Options with { Version = "v2" });
        Assert.Equal(before.OrderBy(file => file.Key, StringComparer.Ordinal), files.Files);
    }

    [Fact]
    public void One_of_several_controllers_goes()
    {
        var files = Scaffold.Init().Create(Scaffold.Api());
        var before = files.Files.ToDictionary();
        files.Create(Scaffold.Api() with { HasResource = false, ControllerName = "backup" });
        Assert.Contains("  controllers:\n  - name: httpclient\n  - name: backup\n", files.Files["PROJECT"], StringComparison.Ordinal);
        Delete(files, Options with { ControllerName = "backup" });
        Assert.Equal(before.OrderBy(file => file.Key, StringComparer.Ordinal), files.Files);
    }

    [Fact]
    public void Kinds_of_Kubernetes_leave_nothing_behind()
    {
        var files = Scaffold.Init();
        var before = files.Files.ToDictionary();
        files.Create(Scaffold.Api("v1", "Deployment") with { HasResource = false });
        Assert.Contains("- controller: true\n  core: true\n  group: apps\n  kind: Deployment\n  path: k8s.Models\n  version: v1\n", files.Files["PROJECT"], StringComparison.Ordinal);
        Delete(files, Options with { Version = "v1", Kind = "Deployment" });
        Assert.Equal(before.OrderBy(file => file.Key, StringComparer.Ordinal), files.Files);
    }

    [Fact]
    public void Edited_files_go_only_by_force_and_then_said_so()
    {
        var files = Scaffold.Init().Create(Scaffold.Api());
        files.Files["Api/V1Beta1/HTTPClient.cs"] += "// mine\n";
        files.Files["Controllers/HTTPClientReconciler.cs"] += "// mine\n";
        Assert.Equal("Api/V1Beta1/HTTPClient.cs, Controllers/HTTPClientReconciler.cs were edited after kbnet wrote them: move them away, or pass --force to delete them",
            Scaffold.Error(() => DeleteApiScaffold.Plan(files, Options)));
        var plan = DeleteApiScaffold.Plan(files, Options with { Force = true });
        Assert.Equal(2, plan.Notes.Count);
        Assert.Contains(plan.Changes, change => change is { Path: "Api/V1Beta1/HTTPClient.cs", Kind: ChangeKind.Delete });
    }

    [Fact]
    public void What_the_build_wrote_goes_too()
    {
        var files = Scaffold.Init().Create(Scaffold.Api());
        files.Put("config/crd/bases/apps.baihl.io_httpclients.yaml", "generated");
        files.Put("config/rbac/role.yaml", "generated");
        Delete(files, Options);
        Assert.False(files.FileExists("config/crd/bases/apps.baihl.io_httpclients.yaml"));
        Assert.False(files.FileExists("config/rbac/role.yaml"));
        Assert.DoesNotContain("config/crd/bases", files.Directories);
    }

    [Theory]
    [InlineData("v9", true, true, null, "the project has no kind HTTPClient in version v9 of group 'apps': it has apps.baihl.io/v1beta1, kind HTTPClient")]
    [InlineData("v1beta1", false, false, null, "--resource=false and --controller=false together ask for nothing: leave one of them out")]
    [InlineData("v1beta1", true, false, null, "--controller=false, but the controller 'httpclient' needs the class of apps.baihl.io/v1beta1, kind HTTPClient: leave it out")]
    [InlineData("v1beta1", true, true, "other", "apps.baihl.io/v1beta1, kind HTTPClient has no controller 'other': it has httpclient")]
    public void What_cannot_be_deleted_is_said(string version, bool resource, bool controller, string? name, string message)
    {
        var files = Scaffold.Init().Create(Scaffold.Api());
        var options = Options with { Version = version, Resource = resource, Controller = controller, ControllerName = name };
        Assert.Equal(message, Scaffold.Error(() => DeleteApiScaffold.Plan(files, options)));
    }

    [Fact]
    public void Webhooks_hold_a_kind_and_can_be_taken_out_of_PROJECT()
    {
        var files = Scaffold.Init().Create(Scaffold.Api());
        var before = files.Files["PROJECT"];
        files.Files["PROJECT"] = before.Replace("  version: v1beta1\n", "  version: v1beta1\n  webhooks:\n    validation: true\n    webhookVersion: v1\n", StringComparison.Ordinal);
        Assert.Equal("apps.baihl.io/v1beta1, kind HTTPClient has webhooks, which need its class: run 'kbnet delete webhook' first",
            Scaffold.Error(() => DeleteApiScaffold.Plan(files, Options)));
        new PlanApplier(files).Apply(DeleteWebhookScaffold.Plan(files, "apps", "v1beta1", "HTTPClient"), TestContext.Current.CancellationToken);
        Assert.Equal(before, files.Files["PROJECT"]);
        Assert.Equal("apps.baihl.io/v1beta1, kind HTTPClient has no webhooks", Scaffold.Error(() => DeleteWebhookScaffold.Plan(files, "apps", "v1beta1", "HTTPClient")));
    }

    private static void Delete(MemoryFileSystem files, DeleteApiOptions options) =>
        new PlanApplier(files).Apply(DeleteApiScaffold.Plan(files, options), TestContext.Current.CancellationToken);
}
