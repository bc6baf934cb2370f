using KubeBuilderNet.Generators.Tests.Infrastructure;

namespace KubeBuilderNet.Generators.Tests.Conformance;

public sealed class WebhookConformanceTests
{
    private const string Second = """
        ValidatingWebhook("testdata.kubebuilder.io", "v1", "cronjobs", Name = "validation.cronjob.testdata.kubebuilder.io",
            Path = "/validate-testdata-kubebuilder-io-v1-cronjob", MatchPolicy = MatchPolicy.Equivalent, TimeoutSeconds = 10,
            AdmissionReviewVersions = ["v1", "v1beta1"], SideEffects = SideEffects.NoneOnDryRun)
        """;

    private const string Plain = $$"""
        [ValidatingWebhook("testdata.kubebuilder.io", "v1", "cronjobs", Name = "validation.cronjob.testdata.kubebuilder.io",
            Path = "/validate-testdata-kubebuilder-io-v1-cronjob", MatchPolicy = MatchPolicy.Equivalent, TimeoutSeconds = 10,
            AdmissionReviewVersions = ["v1", "v1beta1"])]
        [{{Second}}]
        [DefaultingWebhook("testdata.kubebuilder.io", "v1", "cronjobs", Name = "default.cronjob.testdata.kubebuilder.io",
            Path = "/mutate-testdata-kubebuilder-io-v1-cronjob", MatchPolicy = MatchPolicy.Equivalent, TimeoutSeconds = 10,
            AdmissionReviewVersions = ["v1", "v1beta1"], ReinvocationPolicy = ReinvocationPolicy.Never)]
        public class Webhook;
        """;

    private const string Ordered = """
        [ValidatingWebhook("testdata.kubebuilder.io", "v1", "deployments", Name = "deployment.testdata.kubebuilder.io",
            Path = "/validate-testdata-kubebuilder-io-v1-deployments", MatchPolicy = MatchPolicy.Equivalent, AdmissionReviewVersions = ["v1", "v1beta1"])]
        public class Deployments;

        [ValidatingWebhook("testdata.kubebuilder.io", "v1", "cronjobs", Name = "cronjob.testdata.kubebuilder.io",
            Path = "/validate-testdata-kubebuilder-io-v1-cronjob", MatchPolicy = MatchPolicy.Equivalent, AdmissionReviewVersions = ["v1", "v1beta1"])]
        [ValidatingWebhook("testdata.kubebuilder.io", "v1", "cronjoblist", Name = "cronjoblist.testdata.kubebuilder.io",
            Path = "/validate-testdata-kubebuilder-io-v1-cronjoblist", MatchPolicy = MatchPolicy.Equivalent, AdmissionReviewVersions = ["v1", "v1beta1"])]
        public class CronJobs;
        """;

    [Fact]
    public void Webhooks_are_those_of_controller_gen() => AssertManifests(
        "webhook-manifests.yaml", Plain, new ExpectedDiagnostic("KBN0053", Second, "validation.cronjob.testdata.kubebuilder.io"));

    [Fact]
    public void Webhooks_stand_in_the_order_of_their_names() => AssertManifests("webhook-ordered-manifests.yaml", Ordered);

    private static void AssertManifests(string fileName, string source, params ExpectedDiagnostic[] expected) => ReferenceManifests.AssertEqual(
        ReferenceManifests.Read(fileName),
        ReferenceManifests.Objects(GeneratorTest.Run(source, expected).Manifests["webhook/manifests.yaml"]));
}
