using System.Text.Json.Nodes;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Errors;
using KubeBuilderNet.Client.Manifests;
using KubeBuilderNet.ImportTests.Support;
using KubeBuilderNet.Testing;

namespace KubeBuilderNet.ImportTests;

/// <summary>What is built from imported definitions, applied to real API servers.</summary>
public class ServerTests(ITestOutputHelper output)
{
    private static readonly string[] UnknownToEarlyServers = ["\"x-kubernetes-validations\"", "\"selectableFields\"", "\"default\":\"\""];
    private static readonly ApplyOptions DryRun = new() { FieldManager = "import-tests", Force = true, DryRun = true };

    [Fact]
    public Task A_late_server_accepts_every_definition() => AssertAcceptedAsync(ApiServerKind.CustomResources, isKnown: _ => true);

    [Fact]
    public Task An_early_server_accepts_every_definition_that_it_knows_all_of() => AssertAcceptedAsync(
        ApiServerKind.Kubernetes, definition => !Array.Exists(UnknownToEarlyServers, word => definition.Contains(word, StringComparison.Ordinal)));

    private async Task AssertAcceptedAsync(ApiServerKind kind, Func<string, bool> isKnown)
    {
        Assert.SkipWhen(ApiServer.SkipReason is not null, ApiServer.SkipReason ?? "");
        var all = Conformance.All.SelectMany(file => file.Imported.Generated.Select(generated => (file.Imported, Generated: generated))).ToList();
        var token = TestContext.Current.CancellationToken;
        await using var server = await ApiServer.StartAsync(new ApiServerOptions { Kind = kind }, token);
        using var rest = server.CreateRestClient();
        var manifests = new ManifestClient(rest);
        var (accepted, unknown) = (0, 0);
        var problems = new List<string>();
        foreach (var (imported, generated) in all)
        {
            if (!isKnown(generated.ToJsonString()))
            {
                unknown++;
                continue;
            }
            if (await RefusalAsync(manifests, generated) is not { } refusal)
            {
                accepted++;
                continue;
            }
            var name = Name(generated);
            var original = imported.Definitions.Single(definition => Name(definition) == name);
            var ofOriginal = await RefusalAsync(manifests, original.DeepClone().AsObject());
            problems.Add($"{name}: {refusal}\n   the original: {ofOriginal ?? "accepted"}");
        }
        output.WriteLine($"{kind}: {accepted} of {all.Count} accepted, {unknown} use what the server doesn't know");
        Assert.True(problems.Count == 0, string.Join("\n", problems));
        Assert.True(accepted > 0, "no definition was applied");
    }

    private static string Name(JsonObject definition) => (string)definition["metadata"]!["name"]!;

    private static async Task<string?> RefusalAsync(ManifestClient manifests, JsonObject definition)
    {
        try
        {
            await manifests.ApplyAsync(definition, DryRun, TestContext.Current.CancellationToken);
            return null;
        }
        catch (KubernetesApiException e)
        {
            return e.Message;
        }
    }
}
