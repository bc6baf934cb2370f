namespace KubeBuilderNet.Client.Tests.Discovery;

/// <summary>What API servers answer, new ones and old ones; both serve the same.</summary>
internal static class Answers
{
    private const string CorePods = """{"name":"pods","singularName":"","namespaced":true,"kind":"Pod","verbs":["get","list"],"shortNames":["po"],"categories":["all"]}""";

    internal const string AppsResources = """
        {"kind":"APIResourceList","groupVersion":"apps/v1","resources":[
          {"name":"deployments","singularName":"deployment","namespaced":true,"kind":"Deployment","verbs":["get","list"],"shortNames":["deploy"]},
          {"name":"deployments/scale","singularName":"","namespaced":true,"group":"autoscaling","version":"v1","kind":"Scale","verbs":["get","patch"]},
          {"name":"deployments/status","singularName":"","namespaced":true,"kind":"Deployment","verbs":["get"]}]}
        """;

    private static string Aggregated(string version, string items) =>
        $$"""{"kind":"APIGroupDiscoveryList","apiVersion":"apidiscovery.k8s.io/{{version}}","metadata":{},"items":[{{items}}]}""";

    private static string Event(string group, string version) => $$"""
        {"version":"{{version}}","resources":[{"resource":"events","responseKind":{"group":"{{group}}","version":"{{version}}","kind":"Event"},
          "scope":"Namespaced","singularResource":"event","verbs":["list"],"shortNames":["ev"]}]}
        """;

    internal static RoutedServer New(string version = "v2") => new RoutedServer()
        .At("/api", Aggregated(version, """
            {"metadata":{},"versions":[{"version":"v1","resources":[
              {"resource":"pods","responseKind":{"group":"","version":"v1","kind":"Pod"},"scope":"Namespaced","singularResource":"pod","verbs":["get","list"],"shortNames":["po"],"categories":["all"]},
              {"resource":"nodes","responseKind":{"group":"","version":"","kind":"Node"},"scope":"Cluster","singularResource":"node","verbs":["get"]},
              {"resource":"events","responseKind":{"group":"","version":"v1","kind":"Event"},"scope":"Namespaced","singularResource":"event","verbs":["list"],"shortNames":["ev"]},
              {"resource":"onlybelow","scope":"Namespaced","verbs":[],"subresources":[{"subresource":"x","verbs":["get"]}]}]}]}
            """))
        .At("/apis", Aggregated(version, $$"""
            {"metadata":{"name":"apps"},"versions":[{"version":"v1","freshness":"Current","resources":[
              {"resource":"deployments","responseKind":{"group":"apps","version":"v1","kind":"Deployment"},"scope":"Namespaced","singularResource":"deployment","verbs":["get","list"],"shortNames":["deploy"],
               "subresources":[{"subresource":"scale","responseKind":{"group":"autoscaling","version":"v1","kind":"Scale"},"verbs":["get","patch"]},
                               {"subresource":"status","responseKind":{"group":"apps","version":"v1","kind":"Deployment"},"verbs":["get"]}]}]}]},
            {"metadata":{"name":"events.k8s.io"},"versions":[{{Event("events.k8s.io", "v1")}},{{Event("events.k8s.io", "v1beta1")}}]},
            {"metadata":{"name":"metrics.k8s.io"},"versions":[{"version":"v1","freshness":"Stale"}]}
            """));

    internal static RoutedServer Old() => new RoutedServer()
        .At("/api", """{"kind":"APIVersions","versions":["v1"]}""")
        .At("/api/v1", $$"""
            {"kind":"APIResourceList","groupVersion":"v1","resources":[{{CorePods}},
              {"name":"nodes","singularName":"","namespaced":false,"kind":"Node","verbs":["get"]},
              {"name":"events","singularName":"","namespaced":true,"kind":"Event","verbs":["list"],"shortNames":["ev"]}]}
            """)
        .At("/apis", """
            {"kind":"APIGroupList","groups":[
              {"name":"apps","versions":[{"groupVersion":"apps/v1","version":"v1"}],"preferredVersion":{"groupVersion":"apps/v1","version":"v1"}},
              {"name":"events.k8s.io","versions":[{"version":"v1beta1"},{"version":"v1"}],"preferredVersion":{"version":"v1"}},
              {"name":"metrics.k8s.io","versions":[{"version":"v1"}]}]}
            """)
        .At("/apis/apps/v1", AppsResources)
        .At("/apis/events.k8s.io/v1", """{"resources":[{"name":"events","singularName":"","namespaced":true,"kind":"Event","verbs":["list"],"shortNames":["ev"]}]}""")
        .At("/apis/events.k8s.io/v1beta1", """{"resources":[{"name":"events","singularName":"","namespaced":true,"kind":"Event","verbs":["list"],"shortNames":["ev"]}]}""")
        .At("/apis/metrics.k8s.io/v1", "", System.Net.HttpStatusCode.ServiceUnavailable);
}
