using System.Text.Json.Nodes;
using KubeBuilderNet.Cli.Deploying;

namespace KubeBuilderNet.Cli.Tests;

public class ApplyOrderTests
{
    private static readonly ClusterObject[] Objects =
    [
        Of("apps.example.com/v1", "Basket", "one"),
        Of("admissionregistration.k8s.io/v1", "ValidatingWebhookConfiguration", "hook"),
        Of("apps/v1", "Deployment", "manager"),
        Of("cert-manager.io/v1", "Certificate", "cert"),
        Of("v1", "Service", "metrics"),
        Of("rbac.authorization.k8s.io/v1", "ClusterRoleBinding", "binding"),
        Of("rbac.authorization.k8s.io/v1", "ClusterRole", "role"),
        Of("v1", "ServiceAccount", "manager"),
        Of("apiextensions.k8s.io/v1", "CustomResourceDefinition", "baskets.apps.example.com", """{"group":"apps.example.com","names":{"kind":"Basket"}}"""),
        Of("v1", "Namespace", "shop"),
    ];

    [Fact]
    public void What_others_need_comes_first_and_the_operators_own_objects_last() => Assert.Equal(
        ["Namespace", "CustomResourceDefinition", "ServiceAccount", "ClusterRole", "ClusterRoleBinding", "Service", "Certificate", "Deployment", "ValidatingWebhookConfiguration", "Basket"],
        ApplyOrder.Sort(Objects).Select(item => item.Kind));

    [Fact]
    public void What_the_operator_must_let_go_goes_while_it_runs() => Assert.Equal(
        ["Basket", "CustomResourceDefinition", "ValidatingWebhookConfiguration", "Deployment", "Certificate", "Service", "ClusterRoleBinding", "ClusterRole", "ServiceAccount", "Namespace"],
        ApplyOrder.SortForRemoval(Objects).Select(item => item.Kind));

    private static ClusterObject Of(string apiVersion, string kind, string name, string spec = "{}") => ClusterObject.Of("test", new JsonObject
    {
        ["apiVersion"] = apiVersion,
        ["kind"] = kind,
        ["metadata"] = new JsonObject { ["name"] = name },
        ["spec"] = JsonNode.Parse(spec),
    });
}
