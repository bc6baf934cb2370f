using KubeBuilderNet.Generators.Tests.Infrastructure;

namespace KubeBuilderNet.Generators.Tests;

public sealed class ControllerRegistrationTests
{
    private const string Reconcile =
        "public System.Threading.Tasks.Task<KubeBuilderNet.Reconciling.ReconcileResult> ReconcileAsync("
        + "KubeBuilderNet.Reconciling.ReconcileRequest request, System.Threading.CancellationToken cancellationToken) => throw new Exception();";

    private const string Usings = """
        using k8s;
        using KubeBuilderNet.Predicates;
        using KubeBuilderNet.Reconciling;

        [assembly: InferRbac(false)]

        """;

    [Fact]
    public void Each_reconciler_is_added_with_what_it_owns() => Assert.Equal(
        """
        builder.AddController<global::k8s.Models.V1ConfigMap, global::Demo.Both>();
        builder.AddController<global::k8s.Models.V1Pod, global::Demo.Pods>(static controller => controller
            .Owns<global::k8s.Models.V1Job>()
            .Owns<global::k8s.Models.V1Secret>());
        """,
        Registrations(Usings + $$"""
            namespace Demo;
            [Owns<V1Job>] [Owns<V1Secret>] public sealed partial class Pods : IReconciler<V1Pod> { {{Reconcile}} }
            public sealed partial class Pods : IDisposable { public void Dispose() { } }
            public abstract class Base : IReconciler<V1ConfigMap> { {{Reconcile}} }
            internal sealed class Both : Base;
            public sealed class Generic<T> : IReconciler<V1Pod> { {{Reconcile}} }
            public sealed class Unrelated : IDisposable { public void Dispose() { } }
            """));

    [Fact]
    public void What_is_watched_is_mapped_by_the_reconciler_or_by_a_static_method() => Assert.Equal(
        """
        builder.AddController<global::k8s.Models.V1Pod, global::Pods>(static controller => controller
            .Owns<global::k8s.Models.V1Job>(global::Pods.Done)
            .Watches<global::k8s.Models.V1Secret, global::Pods>(static (changed, reconciler) => reconciler.Users(changed))
            .Watches<global::k8s.Models.V1Node>(static changed => global::Pods.Any(changed), global::KubeBuilderNet.Predicates.Predicate.LabelsChanged)
            .Watches<global::k8s.Models.V1ConfigMap>(static changed => global::Pods.Any(changed), cluster: "far"));
        """,
        Registrations(Usings + $$"""
            [Watches<V1Secret>(nameof(Users))]
            [Watches<V1Node>(nameof(Any), Predicate = nameof(Predicate.LabelsChanged))]
            [Watches<V1ConfigMap>(nameof(Any), Cluster = "far")]
            [Owns<V1Job>(Predicate = nameof(Done))]
            public sealed class Pods : Mapper, IReconciler<V1Pod>
            {
                internal static readonly IPredicate<V1Job> Done = Predicate.Where<V1Job>(job => job.Status?.Succeeded > 0);
                internal List<ReconcileRequest> Users(V1Secret secret) => [new(secret.Metadata.Name, "all")];
                private static string Users(V1ConfigMap map) => "of no use";
                {{Reconcile}}
            }
            public abstract class Mapper
            {
                protected internal static ReconcileRequest[] Any(IKubernetesObject<V1ObjectMeta> changed) => [];
            }
            """));

    [Fact]
    public void A_controller_hears_of_what_its_predicate_lets_through_and_works_as_its_options_say() => Assert.Equal(
        """
        builder.AddController<global::k8s.Models.V1Pod, global::Pods>(static controller => controller
            .For<global::k8s.Models.V1Pod>(global::Pods.Mine)
            .WithOptions(static options => { options.Name = "all \"pods\""; options.MaxConcurrentReconciles = 4; options.ReconcileTimeout = global::System.TimeSpan.FromSeconds(30); options.CacheSyncTimeout = global::System.Threading.Timeout.InfiniteTimeSpan; options.WarmUp = true; }));
        """,
        Registrations(Usings + $$"""
            [For<V1Pod>(Predicate = nameof(Mine))]
            [Controller(Name = "all \"pods\"", MaxConcurrentReconciles = 4, ReconcileTimeoutSeconds = 30, CacheSyncTimeoutSeconds = -1, WarmUp = true)]
            public sealed class Pods : IReconciler<V1Pod>
            {
                internal static IPredicate<IMetadata<V1ObjectMeta>> Mine { get; } = Predicate.GenerationChanged.Or(Predicate.AnnotationsChanged);
                {{Reconcile}}
            }
            """));

    [Fact]
    public void A_controller_says_what_it_must_be_allowed() => Assert.Equal(
        """
        builder.AddController<global::k8s.Models.V1Pod, global::Pods>(static controller => controller
            .Owns<global::KubeBuilderNet.PartialObjectMetadata<global::k8s.Models.V1Job>>()
            .Watches<global::k8s.Models.V1Secret>(static changed => global::Pods.Map(changed))
            .Needs(
            [
                new("", "", "get") { Urls = "/metrics" },
                new("", "pods", "get,list,patch,update,watch"),
                new("", "pods/finalizers", "update"),
                new("", "pods/status", "get,patch,update"),
                new("", "secrets", "get,list,watch"),
                new("batch", "jobs", "create,delete,get,list,patch,update,watch"),
                new("events.k8s.io", "events", "create,patch"),
                new("", "nodes", "get") { IsClusterScoped = true },
                new(",apps", "configmaps", "get,use") { ResourceNames = "one,two", Namespaces = "blue,system" },
            ]));
        """,
        Registrations($$"""
            using KubeBuilderNet.Reconciling;
            [Owns<PartialObjectMetadata<V1Job>>]
            [Watches<V1Secret>(nameof(Map))]
            [Rbac("", "nodes", Verbs.Get)]
            [Rbac("core,apps", "configmaps", Verbs.Get, OtherVerbs = "use", ResourceNames = "two,one", Namespace = "system,blue")]
            [Rbac(Verbs.Get, Urls = "/metrics")]
            public sealed class Pods : IReconciler<V1Pod>
            {
                internal static IEnumerable<ReconcileRequest> Map(V1Secret changed) => [];
                {{Reconcile}}
            }
            """));

    [Fact]
    public void What_an_assembly_and_other_classes_must_be_allowed_is_said_beside_the_controllers() => Assert.Equal(
        """
        builder.Needs("Notifier",
        [
            new("", "services", "list,watch"),
        ]);
        builder.Needs("Tested",
        [
            new("", "configmaps,secrets", "get"),
            new("", "pods", "get") { Namespaces = "blue" },
        ]);
        """,
        Registrations("""
            [assembly: Rbac("", "secrets", Verbs.Get)]
            [assembly: Rbac("", "pods", Verbs.Get, Namespace = "blue")]
            [assembly: Rbac("", "configmaps", Verbs.Get)]
            [Rbac("", "services", Verbs.List)]
            public sealed partial class Notifier;
            [Rbac("", "services", Verbs.Watch)]
            public sealed partial class Notifier;
            [Rbac("", "pods", Verbs.Read, RoleName = "for-people")]
            public sealed class Reader;
            """));

    [Fact]
    public void The_rights_of_a_reconciler_of_two_kinds_are_said_once() => Assert.Single(
        Registrations($$"""
            using KubeBuilderNet.Reconciling;
            public sealed class Two : IReconciler<V1Pod>, IReconciler<V1Node> { {{Reconcile}} }
            """).Split('\n'), line => line.Contains(".Needs(", StringComparison.Ordinal));

    [Theory]
    [InlineData("""[Watches<V1Node>("Absent")]""", "", "KBN0019", "\"Absent\"", "'Pods' has no method 'Absent': write 'internal IEnumerable<ReconcileRequest> Absent(V1Node changed)'")]
    [InlineData("[Watches<V1Node>(nameof(Map))]", "private static ReconcileRequest[] Map(V1Node node) => [];", "KBN0019", "nameof(Map)", "make it internal or public")]
    [InlineData("[Watches<V1Node>(nameof(Map))]", "internal static ReconcileRequest[] Map(V1Pod pod) => [];", "KBN0020", "nameof(Map)", "write 'IEnumerable<ReconcileRequest> Map(V1Node changed)'")]
    [InlineData("[Watches<V1Node>(nameof(Map))]", "internal static V1Pod[] Map(V1Node node) => [];", "KBN0020", "nameof(Map)", "'V1Node'")]
    [InlineData("[Watches<V1Node>(nameof(Map))]", "internal static ReconcileRequest[]? Map(V1Node node) => null;", "KBN0020", "nameof(Map)", "'V1Node'")]
    [InlineData("[Watches<V1Node>(nameof(Map))]", "internal static ReconcileRequest[] Map(V1Node node, int more) => [];", "KBN0020", "nameof(Map)", "'V1Node'")]
    [InlineData("[Owns<V1Node>(Predicate = \"Absent\")]", "", "KBN0019", "\"Absent\"", "no static property or field 'Absent', nor does KubeBuilderNet.Predicates.Predicate")]
    [InlineData("[Owns<V1Node>(Predicate = nameof(Predicate.Where))]", "", "KBN0019", "nameof(Predicate.Where)", "nor does KubeBuilderNet.Predicates.Predicate")]
    [InlineData("[Owns<V1Node>(Predicate = nameof(Mine))]", "private static IPredicate<V1Node> Mine => null!;", "KBN0019", "nameof(Mine)", "make it internal or public")]
    [InlineData("[Owns<V1Node>(Predicate = nameof(Mine))]", "internal IPredicate<V1Node> Mine => null!;", "KBN0021", "nameof(Mine)", "it must be static")]
    [InlineData("[Owns<V1Node>(Predicate = nameof(Mine))]", "internal static IPredicate<V1Pod> Mine => null!;", "KBN0021", "nameof(Mine)", "it is a 'IPredicate<V1Pod>'")]
    [InlineData("[Owns<V1Node>(Predicate = nameof(Mine))]", "internal static IPredicate<V1Node>? Mine => null;", "KBN0021", "nameof(Mine)", "it may be null")]
    [InlineData("[For<V1Pod>(Predicate = nameof(Mine))]", "internal static bool Mine(V1Pod pod) => true;", "KBN0021", "nameof(Mine)", "it is no property that can be read, and no field")]
    [InlineData("[Controller(MaxConcurrentReconciles = 0)]", "", "KBN0022", "0", "MaxConcurrentReconciles of [Controller] is not possible: it must be at least 1")]
    [InlineData("[Controller(ReconcileTimeoutSeconds = -2)]", "", "KBN0022", "-2", "above zero and at most 49 days")]
    [InlineData("[Controller(CacheSyncTimeoutSeconds = 9999999)]", "", "KBN0022", "9999999", "above zero and at most 49 days")]
    [InlineData("[Controller(Name = \" \")]", "", "KBN0022", "\" \"", "must not be empty")]
    [InlineData("[For<V1Node>(Predicate = nameof(Predicate.GenerationChanged))]", "", "KBN0023", "For<V1Node>(Predicate = nameof(Predicate.GenerationChanged))", "'Pods' doesn't reconcile it")]
    [InlineData("[For<V1Pod>, For<V1Pod>()]", "", "KBN0023", "For<V1Pod>()", "there is another [For] of this kind")]
    public void What_an_attribute_names_must_be_there_and_fit(string attribute, string member, string id, string at, string message) =>
        GeneratorTest.Run(Usings + $$"""{{attribute}} public sealed class Pods : IReconciler<V1Pod> { {{member}} {{Reconcile}} }""", new ExpectedDiagnostic(id, at, message));

    [Fact]
    public void Two_controllers_of_one_reconciler_cant_share_a_name() => GeneratorTest.Run(
        Usings + $$"""[Controller(Name = "both")] public sealed class Two : IReconciler<V1Pod>, IReconciler<V1Node> { {{Reconcile}} }""",
        new ExpectedDiagnostic("KBN0022", "\"both\"", "several kinds"));

    [Fact]
    public void A_mistake_in_a_partial_class_is_reported_once_and_costs_only_what_it_is_about()
    {
        var source = Usings + $$"""
            [Watches<V1Node>("Absent")] [Owns<V1Secret>] public sealed partial class Pods : IReconciler<V1Pod> { {{Reconcile}} }
            public sealed partial class Pods : IDisposable { public void Dispose() { } }
            """;
        var result = GeneratorTest.Run(source, new ExpectedDiagnostic("KBN0019", "\"Absent\"", "Absent"));
        Assert.Contains(".Owns<global::k8s.Models.V1Secret>());", result.Sources["GeneratedControllers.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_without_reconcilers_can_still_call_the_method() => Assert.Empty(Registrations("""
        public static class Program { public static void Run(KubeBuilderNet.Hosting.IKubeBuilder builder) => KubeBuilderNet.Hosting.GeneratedControllers.AddGeneratedControllers(builder); }
        """));

    private static string Registrations(string source) => string.Join('\n', GeneratorTest.Run(source).Sources["GeneratedControllers.g.cs"]
        .Split('\n')
        .SkipWhile(line => !line.Contains("this global::KubeBuilderNet.Hosting.IKubeBuilder builder", StringComparison.Ordinal))
        .Skip(2)
        .TakeWhile(line => !line.Contains("return builder;", StringComparison.Ordinal))
        .Select(line => line[12..]));
}
