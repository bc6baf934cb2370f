using KubeBuilderNet.Scaffolding.Applying;
using KubeBuilderNet.Scaffolding.Editing;
using KubeBuilderNet.Scaffolding.Init;
using KubeBuilderNet.Scaffolding.Tests.Support;

namespace KubeBuilderNet.Scaffolding.Tests;

public class EditScaffoldTests
{
    [Fact]
    public void Switched_on_afterwards_is_as_if_from_the_start()
    {
        var fromStart = Scaffold.Init(Scaffold.Options with { MultiGroup = true, Namespaced = true });
        var afterwards = Edit(Scaffold.Init(), new EditOptions { MultiGroup = true, Namespaced = true });
        Assert.Equal(fromStart.Files, afterwards.Files);
    }

    [Fact]
    public void On_and_off_again_changes_nothing()
    {
        var files = Scaffold.Init().Create(Scaffold.Api());
        var before = files.Files.ToDictionary();
        Edit(files, new EditOptions { Namespaced = true });
        Assert.Contains("kind: Role\n", files.Files["config/rbac/httpclient_admin_role.yaml"], StringComparison.Ordinal);
        Assert.Contains("kind: RoleBinding\n", files.Files["config/rbac/role_binding.yaml"], StringComparison.Ordinal);
        Edit(files, new EditOptions { Namespaced = false });
        Assert.Equal(before.OrderBy(file => file.Key, StringComparer.Ordinal), files.Files);
    }

    [Fact]
    public void A_users_changes_of_roles_stay()
    {
        var files = Scaffold.Init().Create(Scaffold.Api());
        files.Files["config/rbac/httpclient_viewer_role.yaml"] = files.Files["config/rbac/httpclient_viewer_role.yaml"].Replace("  - watch\n", "  - watch # mine\n", StringComparison.Ordinal);
        Edit(files, new EditOptions { Namespaced = true });
        Assert.Contains("  - watch # mine\n", files.Files["config/rbac/httpclient_viewer_role.yaml"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_kind_without_a_namespace_keeps_its_rights_in_a_namespaced_project()
    {
        var files = Scaffold.Init(Scaffold.Options with { Namespaced = true }).Create(Scaffold.Api() with { Namespaced = false });
        Assert.Contains("kind: ClusterRole\n", files.Files["config/rbac/httpclient_admin_role.yaml"], StringComparison.Ordinal);
        Assert.Contains("- cluster_role_binding.yaml\n", files.Files["config/rbac/kustomization.yaml"], StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_of_config_are_listed_in_their_order_with_what_they_need()
    {
        var files = Edit(Scaffold.Init(), new EditOptions { Disable = ["metrics"] });
        Assert.Contains("components: []\n", Default(files), StringComparison.Ordinal);
        Edit(files, new EditOptions { Enable = ["certmanager"] });
        Edit(files, new EditOptions { Enable = ["network-policy,prometheus"] });
        Edit(files, new EditOptions { Namespaced = true });
        Assert.Contains(
            "components:\n- ../namespaced\n- ../metrics\n- ../prometheus\n- ../network-policy\n- ../certmanager\nreplacements:\n- path: metrics_certificate_names.yaml\n",
            Default(files), StringComparison.Ordinal);
        var before = Default(files);
        Edit(files, new EditOptions { Enable = ["certmanager"] });
        Assert.Equal(before, Default(files));
        Edit(files, new EditOptions { Disable = ["metrics"] });
        Assert.Contains("components:\n- ../namespaced\nreplacements: []\n", Default(files), StringComparison.Ordinal);
    }

    [Fact]
    public void The_header_of_later_files_changes()
    {
        var files = Edit(Scaffold.Init(), new EditOptions { License = new LicenseOptions { Text = "/*\n * Ours.\n *\n * All of it.\n */\n" } });
        Assert.StartsWith("// Ours.\n//\n// All of it.\n\nusing", files.Create(Scaffold.Api()).Files["Api/V1Beta1/HTTPClient.cs"], StringComparison.Ordinal);
        Edit(files, new EditOptions { License = new LicenseOptions { License = "none" } });
        Assert.DoesNotContain("file_header_template", files.Files[".editorconfig"], StringComparison.Ordinal);
        Edit(files, new EditOptions { License = new LicenseOptions() });
        Assert.Contains("[*.cs]\nfile_header_template = SPDX-License-Identifier: Apache-2.0\n", files.Files[".editorconfig"], StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_edited_is_said()
    {
        Assert.Equal("--enable 'prom' is not known: use namespaced, metrics, prometheus, network-policy, certmanager", Error(new EditOptions { Enable = ["prom"] }));
        Assert.Equal("--enable and --disable both name metrics: leave it out of one", Error(new EditOptions { Enable = ["metrics"], Disable = ["metrics"] }));
        Assert.Equal("'namespaced' changes roles, too: use --namespaced and --namespaced=false", Error(new EditOptions { Enable = ["namespaced"] }));
        Assert.Equal("--license 'mit' is not known: use apache2, copyright or none", Error(new EditOptions { License = new LicenseOptions { License = "mit" } }));
        var files = Scaffold.Init(Scaffold.Options with { MultiGroup = true }).Create(Scaffold.Api()).Create(Scaffold.Api(group: "shop"));
        Assert.Equal("--multigroup=false, but the project has 2 groups: apps.baihl.io, shop.baihl.io. Delete the kinds of all but one first",
            Scaffold.Error(() => EditScaffold.Plan(files, new EditOptions { MultiGroup = false })));
    }

    private static string Default(MemoryFileSystem files) => files.Files["config/default/kustomization.yaml"];

    private static string Error(EditOptions options) => Scaffold.Error(() => EditScaffold.Plan(Scaffold.Init(), options));

    private static MemoryFileSystem Edit(MemoryFileSystem files, EditOptions options)
    {
        new PlanApplier(files).Apply(EditScaffold.Plan(files, options), TestContext.Current.CancellationToken);
        return files;
    }
}
