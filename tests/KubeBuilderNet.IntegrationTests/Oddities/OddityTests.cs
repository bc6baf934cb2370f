using System.Diagnostics;
using System.Text.Json.Nodes;
using k8s;
using k8s.Models;
using KubeBuilderNet.Build.Yaml;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Rest;
using KubeBuilderNet.Testing;

namespace KubeBuilderNet.IntegrationTests.Oddities;

/// <summary>What YAML trips over survives from C# through the written file and kubectl to a server, and back into C#.</summary>
public abstract class OddityTests(ServerFixture fixture)
{
    private const string Manifest = "crd/bases/odd.baihl.io_oddities.yaml";
    private const string Path = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions/oddities.odd.baihl.io";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Names_defaults_and_descriptions_come_back_as_they_were()
    {
        var server = fixture.Server;
        await KubectlApplyAsync(server, YamlWriter.Write(Generated.Json(Manifest)));
        // Waits until the definition is served; sends what the file says, once more.
        await server.InstallAsync(Generated.Definition(Manifest));

        using var rest = server.CreateRestClient();
        var stored = JsonNode.Parse((await rest.SendAsync(new RestRequest(HttpMethod.Get, Path), Token)))!;
        var wanted = Generated.Definition(Manifest);
        Assert.True(JsonNode.DeepEquals(Schema(wanted), Schema(stored)), $"{Schema(wanted)}\n\n{Schema(stored)}");

        var client = server.CreateClient();
        var made = await client.PatchAsync<Oddity>(new ObjectKey("default", "odd"), Empty(), new PatchOptions { FieldManager = "test" }, Token);
        var expected = new OdditySpec();
        Assert.Equal(
            (expected.N, expected.Y, expected.On, expected.Null, expected.Number, expected.True, expected.Text),
            (made.Spec.N, made.Spec.Y, made.Spec.On, made.Spec.Null, made.Spec.Number, made.Spec.True, made.Spec.Text));
    }

    [Fact]
    public async Task KubernetesClients_own_generic_client_takes_our_classes()
    {
        var server = fixture.Server;
        await server.InstallAsync(Generated.Definition(Manifest));
        using var kubernetes = new Kubernetes(server.Configuration);
        using var generic = new GenericClient(kubernetes, Oddity.KubeGroup, Oddity.KubeApiVersion, Oddity.KubePluralName, disposeClient: false);

        var made = await generic.CreateNamespacedAsync(
            new Oddity { Metadata = new V1ObjectMeta { Name = "generic" }, Spec = new OdditySpec { Text = "mine" } }, "default", Token);
        var read = await generic.ReadNamespacedAsync<Oddity>("default", "generic", Token);

        Assert.Equal((made.Metadata.Uid, "mine", "yes", "odd.baihl.io/v1", "Oddity"), (read.Metadata.Uid, read.Spec.Text, read.Spec.Y, read.ApiVersion, read.Kind));
        await generic.DeleteNamespacedAsync<V1Status>("default", "generic", Token);
    }

    // Nothing but an empty spec: every value that comes back is the server's default.
    private static Patch Empty() => Patch.Apply(JsonNode.Parse(
        """{"apiVersion":"odd.baihl.io/v1","kind":"Oddity","metadata":{"name":"odd"},"spec":{}}""")!.AsObject());

    private static JsonNode Schema(JsonNode definition) => definition["spec"]!["versions"]![0]!["schema"]!;

    private static async Task KubectlApplyAsync(ApiServer server, string yaml)
    {
        var kubectl = System.IO.Path.Combine(Environment.GetEnvironmentVariable("KUBEBUILDER_ASSETS")!, "kubectl");
        var start = new ProcessStartInfo(kubectl, ["apply", "--validate=false", "--server-side", "--kubeconfig", server.KubeconfigPath, "-f", "-"])
        {
            RedirectStandardInput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(yaml);
        process.StandardInput.Close();
        var errors = await process.StandardError.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);
        Assert.True(process.ExitCode == 0, errors);
    }
}

public sealed class OddityOnKubernetesTests(KubernetesFixture fixture) : OddityTests(fixture), IClassFixture<KubernetesFixture>;

public sealed class OddityOnLateServerTests(CustomResourcesFixture fixture) : OddityTests(fixture), IClassFixture<CustomResourcesFixture>;
