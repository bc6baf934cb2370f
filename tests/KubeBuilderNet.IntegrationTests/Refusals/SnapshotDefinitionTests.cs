using System.Reflection;
using System.Text.Json.Nodes;
using KubeBuilderNet.Testing;

namespace KubeBuilderNet.IntegrationTests.Refusals;

public sealed class EarlyServerFixture() : ServerFixture(new ApiServerOptions());

/// <summary>Every definition that the generator is known to write is accepted by the newest and the oldest server.</summary>
public sealed class SnapshotDefinitionTests(CustomResourcesFixture late, EarlyServerFixture early)
    : IClassFixture<CustomResourcesFixture>, IClassFixture<EarlyServerFixture>
{
    private static readonly string[] UnknownToEarlyServers = ["\"x-kubernetes-validations\"", "\"selectableFields\"", "\"default\":\"\""];

    public static TheoryData<string> Names => [.. Definitions().Select(definition => definition.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public Task A_late_server_accepts_it(string name) => AssertAcceptedAsync(late.Server, name);

    [Theory]
    [MemberData(nameof(Names))]
    public Task An_early_server_accepts_it(string name)
    {
        var json = Find(name).ToJsonString();
        Assert.SkipWhen(Array.Exists(UnknownToEarlyServers, word => json.Contains(word, StringComparison.Ordinal)), "Kubernetes 1.20 doesn't know what it uses.");
        return AssertAcceptedAsync(early.Server, name);
    }

    private static async Task AssertAcceptedAsync(ApiServer server, string name) =>
        Assert.Null((await TrialDefinition.RefusalOfAsync(server, Find(name)))?.Message);

    private static JsonObject Find(string name) => Definitions().Single(definition => definition.Name == name).Json;

    private static IEnumerable<(string Name, JsonObject Json)> Definitions()
    {
        var snapshots = Directory.EnumerateFiles(Checkout.PathOf("tests", "KubeBuilderNet.Generators.Tests", "_snapshots"), "*.verified.json")
            .Select(file => (Path.GetFileName(file), Json: JsonNode.Parse(File.ReadAllText(file)) as JsonObject));
        var generated = typeof(SnapshotDefinitionTests).Assembly.GetCustomAttributes<KubernetesManifestAttribute>()
            .Select(manifest => (manifest.Path, Json: JsonNode.Parse(manifest.Json) as JsonObject));
        return snapshots.Concat(generated)
            .Where(file => (string?)file.Json?["kind"] == "CustomResourceDefinition")
            .Select(file => (file.Item1, file.Json!))
            .OrderBy(file => file.Item1, StringComparer.Ordinal);
    }
}
