using KubeBuilderNet.Scaffolding.Apis;
using KubeBuilderNet.Scaffolding.Applying;
using KubeBuilderNet.Scaffolding.Deleting;
using KubeBuilderNet.Scaffolding.Tests.Support;

namespace KubeBuilderNet.Scaffolding.Tests;

/// <summary>What a reconciler begins with: all the usual steps for a kind made with it, fewer where less is known of the kind.</summary>
public class ReconcilerSkeletonTests
{
    private const string Class = "Api/V1Beta1/HTTPClient.cs";
    private const string Reconciler = "Controllers/HTTPClientReconciler.cs";
    private const string Tests = "tests/httpclient.Tests/Controllers/HTTPClientReconcilerTests.cs";

    private static CreateApiOptions Controller { get; } = Scaffold.Api() with { HasResource = false };

    public static TheoryData<CreateApiOptions, string> Foreign => new()
    {
        { Scaffold.Api("v1", "Deployment") with { HasResource = false }, "Deployment" },
        { Scaffold.Api("v1", "Certificate", "cert-manager") with { HasResource = false, ExternalApiPath = "CertManager.V1", ExternalApiDomain = "io" }, "Certificate" },
    };

    [Fact]
    public void A_kind_made_with_its_controller_has_finalizer_and_status()
    {
        var files = Scaffold.Init().Create(Scaffold.Api());
        AssertInOrder(files.Files[Reconciler],
            "IClient client, TimeProvider time, ", "Finalizer = \"apps.baihl.io/httpclient\";", "lister.Find(", "EnsureFinalizerAsync(", "IsBeingDeleted()", "CleanUpAsync(",
            "LogInformation(", "// Compare what resource.Spec asks for", "ReportAsync(", "RemoveFinalizerAsync(", "ObservedGeneration = ", "SetStatusCondition(", "PatchStatusAsync(");
        AssertInOrder(files.Files[Tests], "One_that_is_gone_needs_nothing", "A_new_one_gets_its_finalizer_and_is_ready", "A_deleted_one_is_let_go");
    }

    [Fact]
    public void A_second_controller_has_a_finalizer_of_its_own_and_leaves_the_status_alone()
    {
        var files = Scaffold.Init().Create(Scaffold.Api()).Create(Controller with { ControllerName = "backup" });
        var text = files.Files["Controllers/BackupReconciler.cs"];
        AssertInOrder(text, "IClient client, ILogger<", "Finalizer = \"apps.baihl.io/backup\";", "EnsureFinalizerAsync(", "client.PatchStatusAsync(resource, copy, cancellationToken).\n", "RemoveFinalizerAsync(");
        Assert.DoesNotContain("SetStatusCondition", text, StringComparison.Ordinal);
        AssertInOrder(files.Files["tests/httpclient.Tests/Controllers/BackupReconcilerTests.cs"], "A_new_one_gets_its_finalizer()", "A_deleted_one_is_let_go");
    }

    [Fact]
    public void A_controller_that_comes_later_is_the_same_while_the_class_is()
    {
        var files = Scaffold.Init().Create(Scaffold.Api() with { HasController = false }).Create(Controller);
        Assert.Equal(Scaffold.Init().Create(Scaffold.Api()).Files, files.Files);
    }

    [Fact]
    public void Of_a_class_that_was_edited_or_imported_no_member_is_used()
    {
        var files = Scaffold.Init().Create(Scaffold.Api() with { HasController = false });
        files.Files[Class] = files.Files[Class].Replace("public string? Foo", "public required string Url", StringComparison.Ordinal);
        files.Create(Controller);
        Assert.Contains("EnsureFinalizerAsync(", files.Files[Reconciler], StringComparison.Ordinal);
        Assert.DoesNotContain("resource.Status", files.Files[Reconciler] + files.Files[Tests], StringComparison.Ordinal);
        Assert.DoesNotContain("Spec = ", files.Files[Tests], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Foreign), DisableDiscoveryEnumeration = true)]
    public void Kinds_of_others_get_neither_finalizer_nor_status(CreateApiOptions options, string kind)
    {
        var files = Scaffold.Init().Create(options);
        var text = files.Files[$"Controllers/{kind}Reconciler.cs"] + files.Files[$"tests/httpclient.Tests/Controllers/{kind}ReconcilerTests.cs"];
        Assert.Contains("lister.Find(", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Finalizer", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Status", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_else_it_may_ask_for_is_said_above_the_class()
    {
        var files = Scaffold.Init().Create(Scaffold.Api()).Create(Scaffold.Api("v1", "Deployment") with { HasResource = false });
        foreach (var path in new[] { Reconciler, "Controllers/DeploymentReconciler.cs" })
            AssertInOrder(files.Files[path], "// Its rights", "[Owns<V1Deployment>]", "[Watches<V1Secret>(nameof(OfSecret))]", "[Rbac(\"\", \"nodes\", Verbs.Read)]", "public sealed");
    }

    [Fact]
    public void It_can_be_deleted_however_its_class_has_changed_since()
    {
        var files = Scaffold.Init().Create(Scaffold.Api()).Create(Controller with { ControllerName = "backup" });
        files.Files[Class] += "// mine\n";
        Delete(files, "httpclient");
        Delete(files, "backup");
        Assert.Equal([Class], files.Files.Keys.Where(path => path.Contains("HTTPClient", StringComparison.Ordinal) || path.Contains("Backup", StringComparison.Ordinal)));
    }

    private static void Delete(MemoryFileSystem files, string controller)
    {
        var options = new DeleteApiOptions { Group = "apps", Version = "v1beta1", Kind = "HTTPClient", ControllerName = controller };
        new PlanApplier(files).Apply(DeleteApiScaffold.Plan(files, options), TestContext.Current.CancellationToken);
    }

    private static void AssertInOrder(string text, params string[] parts)
    {
        var at = 0;
        foreach (var part in parts)
        {
            var found = text.IndexOf(part, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"'{part}' is missing, or stands too early, in\n{text}");
            at = found + part.Length;
        }
    }
}
