using KubeBuilderNet.Generators.Tests.Infrastructure;

namespace KubeBuilderNet.Generators.Tests;

public sealed class WebhookTests
{
    private const string Widget = """
        namespace Shop;

        [CustomResource("apps.example.com", "v1")]
        public sealed partial class Widget : CustomResource<WidgetSpec>;

        public sealed partial class WidgetSpec;

        """;

    [Fact]
    public void A_kind_gives_its_webhook_rule_name_and_path() => AssertWebhooks(
        Widget + "[DefaultingWebhook<Widget>] public class Defaulter;",
        """
        {"apiVersion":"admissionregistration.k8s.io/v1","kind":"MutatingWebhookConfiguration",
        "metadata":{"name":"mutating-webhook-configuration"},"webhooks":[
        {"admissionReviewVersions":["v1"],
        "clientConfig":{"service":{"name":"webhook-service","namespace":"system","path":"/mutate-apps-example-com-v1-widget"}},
        "failurePolicy":"Fail","name":"mwidget-v1.kb.io",
        "rules":[{"apiGroups":["apps.example.com"],"apiVersions":["v1"],"operations":["CREATE","UPDATE"],"resources":["widgets"]}],
        "sideEffects":"None"}]}
        """);

    [Fact]
    public void A_kind_of_Kubernetes_works_too() => AssertWebhooks(
        "[ValidatingWebhook<V1Pod>(Resources = \"pods,pods/ephemeralcontainers\", Operations = Operations.All)] public class Guard;",
        """
        {"apiVersion":"admissionregistration.k8s.io/v1","kind":"ValidatingWebhookConfiguration",
        "metadata":{"name":"validating-webhook-configuration"},"webhooks":[
        {"admissionReviewVersions":["v1"],
        "clientConfig":{"service":{"name":"webhook-service","namespace":"system","path":"/validate--v1-pod"}},
        "failurePolicy":"Fail","name":"vpod-v1.kb.io",
        "rules":[{"apiGroups":[""],"apiVersions":["v1"],"operations":["*"],"resources":["pods","pods/ephemeralcontainers"]}],
        "sideEffects":"None"}]}
        """);

    [Fact]
    public void All_that_a_webhook_can_say_is_written() => AssertWebhooks(
        """
        [assembly: WebhookConfiguration(Mutating = "fill-in")]

        [DefaultingWebhook("core,apps", "v1,v1beta1", "deployments", Name = "d.example.com", Url = "https://hooks.example.com/d",
            Operations = Operations.Create | Operations.Delete | Operations.Connect, FailurePolicy = FailurePolicy.Ignore,
            SideEffects = SideEffects.NoneOnDryRun, MatchPolicy = MatchPolicy.Exact, TimeoutSeconds = 30,
            ReinvocationPolicy = ReinvocationPolicy.IfNeeded, Scope = WebhookScope.Namespaced,
            NamespaceSelector = "env in (a, b),team=x,!legacy", ObjectSelector = "app.kubernetes.io/name,tier!=web,zone notin (z1)",
            MatchConditions = ["not-nodes: !('system:nodes' in request.userInfo.groups)"])]
        public class Hook;
        """,
        """
        {"apiVersion":"admissionregistration.k8s.io/v1","kind":"MutatingWebhookConfiguration","metadata":{"name":"fill-in"},"webhooks":[
        {"admissionReviewVersions":["v1"],"clientConfig":{"url":"https://hooks.example.com/d"},"failurePolicy":"Ignore",
        "matchConditions":[{"expression":"!('system:nodes' in request.userInfo.groups)","name":"not-nodes"}],
        "matchPolicy":"Exact","name":"d.example.com",
        "namespaceSelector":{"matchExpressions":[{"key":"env","operator":"In","values":["a","b"]},{"key":"legacy","operator":"DoesNotExist"}],
        "matchLabels":{"team":"x"}},
        "objectSelector":{"matchExpressions":[{"key":"app.kubernetes.io/name","operator":"Exists"},
        {"key":"tier","operator":"NotIn","values":["web"]},{"key":"zone","operator":"NotIn","values":["z1"]}]},
        "reinvocationPolicy":"IfNeeded",
        "rules":[{"apiGroups":["","apps"],"apiVersions":["v1","v1beta1"],"operations":["CREATE","DELETE","CONNECT"],
        "resources":["deployments"],"scope":"Namespaced"}],
        "sideEffects":"NoneOnDryRun","timeoutSeconds":30}]}
        """);

    [Fact]
    public void A_service_may_have_another_name_namespace_and_port() => Assert.Contains(
        """{"service":{"name":"hooks","namespace":"ops","path":"/v","port":9443}}""",
        GeneratorTest.Run("""
            [ValidatingWebhook("", "v1", "pods", Name = "a.b.c", Path = "/v", ServiceName = "hooks", ServiceNamespace = "ops", ServicePort = 9443)]
            public class Hook;
            """).Manifests["webhook/manifests.yaml"],
        StringComparison.Ordinal);

    [Fact]
    public void A_patch_says_what_no_property_can() => Assert.Contains(
        """{"admissionReviewVersions":["v1"],"clientConfig":{"caBundle":"QQ==","service":{"name":"webhook-service","namespace":"system"}},"failurePolicy":""",
        GeneratorTest.Run(""""
            [ValidatingWebhook("", "v1", "pods", Name = "a.b.c", Path = "/v",
                Patch = """{ "clientConfig": { "caBundle": "QQ==", "service": { "path": null } }, "objectSelector": {} }""")]
            public class Hook;
            """").Manifests["webhook/manifests.yaml"],
        StringComparison.Ordinal);

    [Theory]
    [InlineData("""ValidatingWebhook("", "v1", "pods", Name = "a.b.c", Path = "/v", Patch = "{")""", "Patch isn't JSON")]
    [InlineData("""ValidatingWebhook("", "v1", "pods", Name = "a.b.c", Path = "/v", Patch = "[]")""", "must be a JSON object")]
    [InlineData("""ValidatingWebhook("", "v1", "pods", Path = "/v")""", "no name")]
    [InlineData("""ValidatingWebhook("", "v1", "pods", Name = "short.name", Path = "/v")""", "three or more labels")]
    [InlineData("""ValidatingWebhook("", "v1", "pods", Name = "A.b.c", Path = "/v")""", "lower case")]
    [InlineData("""ValidatingWebhook("", "v1", "pods", Name = "a.b.c")""", "no address")]
    [InlineData("""ValidatingWebhook("", "v1", "pods", Name = "a.b.c", Path = "/v", Url = "https://x")""", "both Url and Path")]
    [InlineData("""ValidatingWebhook("", "v1", "pods", Name = "a.b.c", Url = "http://x")""", "must begin with 'https://'")]
    [InlineData("""ValidatingWebhook("", "v1", "pods", Name = "a.b.c", Path = "v")""", "must begin with '/'")]
    [InlineData("""ValidatingWebhook("", "v1", "", Name = "a.b.c", Path = "/v")""", "no resource")]
    [InlineData("""ValidatingWebhook("", " ", "pods", Name = "a.b.c", Path = "/v")""", "no version")]
    [InlineData("""ValidatingWebhook("*,apps", "v1", "pods", Name = "a.b.c", Path = "/v")""", "write it alone")]
    [InlineData("""ValidatingWebhook("", "v1", "pods", Name = "a.b.c", Path = "/v", Operations = Operations.None)""", "no operation")]
    [InlineData("""ValidatingWebhook("", "v1", "pods", Name = "a.b.c", Path = "/v", TimeoutSeconds = 31)""", "between 1 and 30")]
    [InlineData("""ValidatingWebhook("", "v1", "pods", Name = "a.b.c", Path = "/v", AdmissionReviewVersions = new string[0])""", "is empty")]
    [InlineData("""ValidatingWebhook("", "v1", "pods", Name = "a.b.c", Path = "/v", AdmissionReviewVersions = new[] { "v2" })""", "neither")]
    [InlineData("""ValidatingWebhook("", "v1", "pods", Name = "a.b.c", Path = "/v", ServicePort = 70000)""", "65535")]
    [InlineData("""ValidatingWebhook("", "v1", "pods", Name = "a.b.c", Path = "/v", ServiceName = "Hooks")""", "can't be a service")]
    [InlineData("""ValidatingWebhook("", "v1", "pods", Name = "a.b.c", Path = "/v", FailurePolicy = (FailurePolicy)7)""", "no member 7")]
    [InlineData("""ValidatingWebhook("", "v1", "pods", Name = "a.b.c", Path = "/v", NamespaceSelector = "env in a")""", "no requirement")]
    [InlineData("""ValidatingWebhook("", "v1", "pods", Name = "a.b.c", Path = "/v", ObjectSelector = "a=1,a=2")""", "at once")]
    [InlineData("""ValidatingWebhook("", "v1", "pods", Name = "a.b.c", Path = "/v", MatchConditions = new[] { "true" })""", "a colon")]
    [InlineData("""ValidatingWebhook("", "v1", "pods", Name = "a.b.c", Path = "/v", MatchConditions = new[] { "a: true", "a: false" })""", "are called 'a'")]
    public void What_an_API_server_refuses_is_an_error(string attribute, string message) =>
        Assert.Empty(GeneratorTest.Run($"[{attribute}] public class Hook;", new ExpectedDiagnostic("KBN0052", attribute, message)).Manifests);

    private static void AssertWebhooks(string source, string json) =>
        Assert.Equal(json.ReplaceLineEndings(""), GeneratorTest.Run(source).Manifests["webhook/manifests.yaml"]);
}
