using System.Globalization;
using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Tests;

public sealed class IncrementalityTests
{
    private static readonly string Source = TestSource.Spec("/// <summary>Words.</summary>\npublic string? A { get; set; }");

    // With it, every step of every generator has something to do; those that report mistakes have none to report.
    private const string Controller = """
        [CustomResource("apply.example.com", "v1"), GenerateApplyConfiguration] public sealed partial class Applied : CustomResource<Tested.WidgetSpec>;

        [Owns<V1Pod>] [Watches<V1Node>(nameof(Map))] [Rbac("", "pods", Verbs.Read)] [ValidatingWebhook<V1Pod>] [DefaultingWebhook("", "v1", "pods", Name = "a.b.c", Path = "/")]
        public sealed class Controller : KubeBuilderNet.Reconciling.IReconciler<V1ConfigMap>
        {
            internal static KubeBuilderNet.Reconciling.ReconcileRequest[] Map(V1Node node) => [];

            public System.Threading.Tasks.Task<KubeBuilderNet.Reconciling.ReconcileResult> ReconcileAsync(
                KubeBuilderNet.Reconciling.ReconcileRequest request, System.Threading.CancellationToken cancellationToken) => throw new Exception();
        }
        """;

    [Fact]
    public void An_edit_to_an_unrelated_file_changes_no_step()
    {
        var test = new GeneratorTest(Source, Controller, "class Other { }");
        var driver = test.CreateDriver().RunGenerators(test.Compile(), TestContext.Current.CancellationToken);
        var edited = new GeneratorTest(Source, Controller, "class Other { int field; }");
        driver = driver.RunGenerators(edited.Compile(), TestContext.Current.CancellationToken);
        Incrementality.AssertUnchanged(driver);
        var idle = Incrementality.Tracked.Where(step => Incrementality.Reasons(driver, step).Count == 0);
        Assert.Equal([TrackingNames.ClientSetDiagnostics, TrackingNames.ControllerDiagnostics, TrackingNames.CustomResourceConflicts, TrackingNames.CustomResourceDiagnostics, TrackingNames.WebhookDiagnostics], idle.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_changed_comment_changes_no_copy_no_role_and_no_registration()
    {
        var test = new GeneratorTest(Source, Controller);
        var driver = test.CreateDriver().RunGenerators(test.Compile(), TestContext.Current.CancellationToken);
        var edited = new GeneratorTest(Source.Replace("Words.", "Other words.", StringComparison.Ordinal), Controller);
        driver = driver.RunGenerators(edited.Compile(), TestContext.Current.CancellationToken);
        Assert.All(
            (string[])[TrackingNames.DeepCopyTypes, TrackingNames.DeepCopyExtensions, TrackingNames.RbacRole, TrackingNames.Controllers],
            step => Assert.All(Incrementality.Reasons(driver, step), reason =>
                Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, step)));
    }

    [Theory]
    // A description is in the manifest only.
    [InlineData("Words.", "Other words.", IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified)]
    [InlineData("string? A", "int? A", IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified)]
    [InlineData("\"v1\"", "\"v2\"", IncrementalStepRunReason.Modified, IncrementalStepRunReason.Modified)]
    // Lines that move, and what isn't serialized, change nothing.
    [InlineData("namespace", "// A comment.\n\nnamespace", IncrementalStepRunReason.Cached, IncrementalStepRunReason.Cached)]
    [InlineData("{ get; set; }", "{ get; set; }\nprivate int _field;", IncrementalStepRunReason.Cached, IncrementalStepRunReason.Cached)]
    public void An_edit_changes_what_depends_on_it(string from, string to, IncrementalStepRunReason code, IncrementalStepRunReason manifest)
    {
        var test = new GeneratorTest(Source);
        var driver = test.CreateDriver().RunGenerators(test.Compile(), TestContext.Current.CancellationToken);
        var edited = new GeneratorTest(Source.Replace(from, to, StringComparison.Ordinal));
        driver = driver.RunGenerators(edited.Compile(), TestContext.Current.CancellationToken);
        Assert.Equal([code], Incrementality.Reasons(driver, TrackingNames.CustomResourceIdentity));
        Assert.Equal([manifest], Incrementality.Reasons(driver, TrackingNames.CustomResourceDefinitions));
    }

    [Fact]
    public void A_changed_comment_changes_the_manifest()
    {
        var before = GeneratorTest.Run(Source).Manifests.Values.Single();
        var after = GeneratorTest.Run(Source.Replace("Words.", "Other words.", StringComparison.Ordinal)).Manifests.Values.Single();
        Assert.Equal(before.Replace("Words.", "Other words.", StringComparison.Ordinal), after);
    }

    [Fact]
    public void Cultures_and_the_order_of_files_make_no_difference()
    {
        const string other = """
            [CustomResource("test.example.com", "v1")] public partial class InIt : CustomResource<InItSpec>;
            public class InItSpec { public double I { get; set; } = 1.5; [Range(0.5, 2.5)] public double HTTPId { get; set; } = 1; }
            """;
        var before = CultureInfo.CurrentCulture;
        var expected = new GeneratorTest(Source, other).Run();
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
            var actual = new GeneratorTest(other, Source).Run();
            Assert.Equal(expected.Sources.OrderBy(pair => pair.Key, StringComparer.Ordinal), actual.Sources.OrderBy(pair => pair.Key, StringComparer.Ordinal));
            Assert.Equal(expected.Manifests.Keys, actual.Manifests.Keys);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
