using System.Text;
using System.Text.Json.Nodes;
using KubeBuilderNet.Client.Errors;
using KubeBuilderNet.Client.Rest;
using KubeBuilderNet.Testing;

namespace KubeBuilderNet.IntegrationTests.Refusals;

/// <summary>Definitions that servers are asked about, and don't keep.</summary>
internal static class TrialDefinition
{
    /// <summary>A definition whose spec has one property, <c>a</c>, with this schema.</summary>
    internal static JsonObject OfProperty(string schema) =>
        OfRoot($$$"""{"type":"object","properties":{"spec":{"type":"object","properties":{"a": {{{schema}}} } } } }""");

    internal static JsonObject OfRoot(string schema) => JsonNode.Parse($$$"""
        {
          "apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition",
          "metadata": { "name": "trials.refusals.baihl.io" },
          "spec": {
            "group": "refusals.baihl.io", "scope": "Namespaced",
            "names": { "kind": "Trial", "listKind": "TrialList", "plural": "trials", "singular": "trial" },
            "versions": [{ "name": "v1", "served": true, "storage": true, "schema": { "openAPIV3Schema": {{{schema}}} } }]
          }
        }
        """)!.AsObject();

    /// <summary>What the server says against it; null when it would create it.</summary>
    internal static async Task<KubernetesApiException?> RefusalOfAsync(ApiServer server, JsonObject definition)
    {
        using var rest = server.CreateRestClient();
        var request = new RestRequest(HttpMethod.Post, "/apis/apiextensions.k8s.io/v1/customresourcedefinitions?dryRun=All")
        {
            Body = Encoding.UTF8.GetBytes(definition.ToJsonString()),
            ContentType = "application/json",
        };
        try
        {
            await rest.SendAsync(request, TestContext.Current.CancellationToken);
            return null;
        }
        catch (KubernetesApiException e) when (e.Reason == StatusReason.Invalid)
        {
            return e;
        }
    }
}
