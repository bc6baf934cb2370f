using System.Text.Json.Nodes;
using KubeBuilderNet.Client.Configuration;
using Microsoft.Extensions.Time.Testing;

namespace KubeBuilderNet.Client.Tests.Configuration;

public sealed class ExecTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private ExecPlugin Plugin(string script, string more = "")
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The plug-in is a shell script.");
        var path = Path.Combine(_folder, "config");
        File.WriteAllText(path, $"""
            cluster:
              server: https://c.example
              proxy-url: http://p.example
              extensions:
              - name: client.authentication.k8s.io/exec
                extension: @OPEN audience: me, level: 3, deep: [true, "1"] @CLOSE
            exec:
              apiVersion: client.authentication.k8s.io/v1
              command: sh
              args: [-c, '{script.Replace("'", "''", StringComparison.Ordinal)}']
              {more}
            """.Replace("@OPEN", "{", StringComparison.Ordinal).Replace("@CLOSE", "}", StringComparison.Ordinal));
        var root = KubeconfigNode.ReadFile(path)!;
        return ExecPlugin.Read(root.Child("exec")!, root.Child("cluster"));
    }

    [Fact]
    public async Task A_plug_in_is_told_of_the_cluster_when_it_is_to_know()
    {
        var seen = Path.Combine(_folder, "seen");
        using var provider = new ExecCredentialProvider(Plugin($$$"""printf %s "$KUBERNETES_EXEC_INFO" > {{{seen}}}; printf '{"status":{"token":"t"}}'""", "provideClusterInfo: true\n  interactiveMode: Never"), TimeProvider.System);
        await provider.GetAsync(Token);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""
            {"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","spec":{"interactive":false,
             "cluster":{"server":"https://c.example","proxy-url":"http://p.example","config":{"audience":"me","level":3,"deep":[true,"1"]}}}}
            """), JsonNode.Parse(await File.ReadAllTextAsync(seen, Token))));
    }

    [Fact]
    public async Task A_client_certificate_is_taken_and_renewed_after_a_refusal_but_only_once()
    {
        var count = Path.Combine(_folder, "count");
        using var provider = new ExecCredentialProvider(Plugin(
            $$$"""printf x >> {{{count}}}; printf '{"status":{"clientCertificateData":"C%s","clientKeyData":"K"}}' $(cat {{{count}}})"""), new FakeTimeProvider());
        var first = await provider.GetAsync(Token);
        Assert.Equal((null, new ExecCertificate("Cx", "K"), DateTimeOffset.MaxValue), (first.Header, first.Certificate, first.Expires));
        provider.Refuse(first);
        var second = await provider.GetAsync(Token);
        provider.Refuse(first);
        Assert.Same(second, await provider.GetAsync(Token));
        Assert.Equal("Cxx", provider.Certificate!.Certificate);
    }

    [Fact]
    public async Task A_login_that_outlasts_its_request_serves_the_next_one()
    {
        var (count, done) = (Path.Combine(_folder, "count"), Path.Combine(_folder, "done"));
        using var provider = new ExecCredentialProvider(Plugin(
            $$$"""printf x >> {{{count}}}; while [ ! -f {{{done}}} ]; do sleep 0.02; done; printf '{"status":{"token":"t"}}'"""), TimeProvider.System);
        using var given = new CancellationTokenSource();
        var first = provider.GetAsync(given.Token);
        await given.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await File.WriteAllTextAsync(done, "", Token);
        Assert.Equal("t", (await provider.GetAsync(Token)).Header!.Parameter);
        Assert.Equal("x", await File.ReadAllTextAsync(count, Token));
    }

    [Theory]
    [InlineData("""{"status":{}}""", "neither status.token nor status.clientCertificateData")]
    [InlineData("""{"status":{"clientKeyData":"K"}}""", "only one of")]
    [InlineData("oh", "no ExecCredential")]
    public async Task What_a_plug_in_says_wrongly_is_told(string output, string complaint)
    {
        using var provider = new ExecCredentialProvider(Plugin($"printf '{output}'"), TimeProvider.System);
        Assert.Contains(complaint, (await Assert.ThrowsAsync<KubeconfigException>(() => provider.GetAsync(Token))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plug_in_that_must_ask_needs_a_terminal()
    {
        Assert.SkipUnless(Console.IsInputRedirected, "There is a terminal.");
        using var provider = new ExecCredentialProvider(Plugin("exit 1", "interactiveMode: Always"), TimeProvider.System);
        Assert.Contains("terminal", (await Assert.ThrowsAsync<KubeconfigException>(() => provider.GetAsync(Token))).Message, StringComparison.Ordinal);
    }
}
