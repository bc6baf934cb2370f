using KubeBuilderNet.Generators.Tests.Infrastructure;

namespace KubeBuilderNet.Generators.Tests;

public sealed class ControllerRegistrationTests
{
    private const string Reconcile =
        "public System.Threading.Tasks.Task<KubeBuilderNet.Reconciling.ReconcileResult> ReconcileAsync("
        + "KubeBuilderNet.Reconciling.ReconcileRequest request, System.Threading.CancellationToken cancellationToken) => throw new Exception();";

    [Fact]
    public void Each_reconciler_is_added_with_what_it_owns() => Assert.Equal(
        [
            "builder.AddController<global::k8s.Models.V1ConfigMap, global::Demo.Both>();",
            "builder.AddController<global::k8s.Models.V1Pod, global::Demo.Pods>(static controller => controller.Owns<global::k8s.Models.V1Job>().Owns<global::k8s.Models.V1Secret>());",
        ],
        Registrations($$"""
            namespace Demo;
            using KubeBuilderNet.Reconciling;
            [Owns<V1Job>] [Owns<V1Secret>] public sealed partial class Pods : IReconciler<V1Pod> { {{Reconcile}} }
            public sealed partial class Pods : IDisposable { public void Dispose() { } }
            public abstract class Base : IReconciler<V1ConfigMap> { {{Reconcile}} }
            internal sealed class Both : Base;
            public sealed class Generic<T> : IReconciler<V1Pod> { {{Reconcile}} }
            public sealed class Unrelated : IDisposable { public void Dispose() { } }
            """));

    [Fact]
    public void A_project_without_reconcilers_can_still_call_the_method() => Assert.Empty(Registrations("""
        public static class Program { public static void Run(KubeBuilderNet.Hosting.IKubeBuilder builder) => KubeBuilderNet.Hosting.GeneratedControllers.AddGeneratedControllers(builder); }
        """));

    private static IEnumerable<string> Registrations(string source) => GeneratorTest.Run(source).Sources["GeneratedControllers.g.cs"]
        .Split('\n')
        .Select(line => line.Trim())
        .Where(line => line.StartsWith("builder.AddController", StringComparison.Ordinal));
}
