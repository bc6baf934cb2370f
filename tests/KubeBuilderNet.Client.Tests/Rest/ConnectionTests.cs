using System.IO.Compression;
using System.Text;
using k8s;
using KubeBuilderNet.Client.Configuration;
using KubeBuilderNet.Client.Rest;
using Microsoft.Extensions.Time.Testing;

namespace KubeBuilderNet.Client.Tests.Rest;

/// <summary>What goes over the wire, seen by a server in this process.</summary>
public sealed class ConnectionTests : IDisposable
{
    private static readonly RestRequest Version = new(HttpMethod.Get, "/version");
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Whom_to_act_as_is_said_with_each_group_in_a_header_of_its_own()
    {
        using var server = new LocalServer();
        using var rest = new RestClient(new KubernetesClientConfiguration { Host = server.Url }, new RestClientOptions
        {
            Impersonate = new Impersonation("jäne, x") { Uid = "7", Groups = ["dev", "ops, too"], Extra = new Dictionary<string, IReadOnlyList<string>> { ["acme.com/scopes"] = ["a", "b"] } },
        });
        var served = server.ServeAsync(LocalServer.Ok("{}"u8.ToArray()), Token);
        await rest.SendAsync(Version, Token);
        var head = (await served).Head;
        Assert.Equal(
            ["Impersonate-Extra-acme.com%2Fscopes: a", "Impersonate-Extra-acme.com%2Fscopes: b", "Impersonate-Group: dev", "Impersonate-Group: ops, too", "Impersonate-Uid: 7", "Impersonate-User: jäne, x"],
            head.Split('\n').Where(line => line.StartsWith("Impersonate", StringComparison.Ordinal)).Select(line => Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(line))).Order(StringComparer.Ordinal));
        Assert.Contains("Accept-Encoding: gzip", head, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://10.1.2.3:443", true)]
    [InlineData("https://11.1.2.3:443", false)]
    [InlineData("https://[fd00::1]:443", true)]
    [InlineData("https://c.example", false)]
    [InlineData("https://inner.example", true)]
    public void No_proxy_takes_networks(string server, bool isDirect) =>
        Assert.Equal(isDirect, new EnvironmentProxy(new System.Net.WebProxy("http://p.example:3128", false, ["inner.example"]), "a.example, 10.0.0.0/8,fd00::/8,/").IsBypassed(new Uri(server)));

    [Fact]
    public async Task Nobody_can_put_another_header_into_a_group()
    {
        using var rest = new RestClient(new KubernetesClientConfiguration { Host = "http://127.0.0.1:1" }, new RestClientOptions { Impersonate = new Impersonation("a") { Groups = ["b\r\nX: y"] } });
        await Assert.ThrowsAsync<ArgumentException>(() => rest.SendAsync(Version, Token));
    }

    [Fact]
    public async Task A_compressed_answer_is_read()
    {
        using var server = new LocalServer();
        using var rest = new RestClient(new KubernetesClientConfiguration { Host = server.Url });
        using var packed = new MemoryStream();
        await using (var zip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            await zip.WriteAsync("""{"a":1}"""u8.ToArray(), Token);
        var served = server.ServeAsync(LocalServer.Ok(packed.ToArray(), "Content-Encoding: gzip\r\n"), Token);
        Assert.Equal("""{"a":1}""", Encoding.UTF8.GetString(await rest.SendAsync(Version, Token)));
        await served;
    }

    [Fact]
    public async Task A_read_whose_connection_broke_is_sent_again_and_a_write_is_not()
    {
        using var server = new LocalServer();
        using var rest = new RestClient(new KubernetesClientConfiguration { Host = server.Url });
        var broken = server.ServeAsync([.. LocalServer.Ok("{}{}{}"u8.ToArray())[..^3]], Token);
        var answer = rest.SendAsync(Version, Token);
        await broken;
        await server.ServeAsync(LocalServer.Ok("{}"u8.ToArray()), Token);
        Assert.Equal("{}", Encoding.UTF8.GetString(await answer));

        broken = server.ServeAsync([.. LocalServer.Ok("{}{}{}"u8.ToArray())[..^3]], Token);
        await Assert.ThrowsAsync<HttpRequestException>(() => rest.SendAsync(new RestRequest(HttpMethod.Post, "/x"), Token));
        await broken;
    }

    [Fact]
    public async Task New_certificates_in_the_files_are_used_from_the_next_look_on()
    {
        using var serverCertificate = LocalServer.Certificate("server", out var serverPem, out _);
        using var one = LocalServer.Certificate("one", out var pemOne, out var keyOne);
        using var two = LocalServer.Certificate("two", out var pemTwo, out var keyTwo);
        using var server = new LocalServer(serverCertificate);
        Write("ca.pem", pemOne);
        Write("cert.pem", pemOne);
        Write("key.pem", keyOne);
        Write("config", $$"""
            current-context: c
            clusters: [{ name: c, cluster: { server: "{{server.Url}}", certificate-authority: ca.pem } }]
            users: [{ name: u, user: { client-certificate: cert.pem, client-key: key.pem } }]
            contexts: [{ name: c, context: { cluster: c, user: u } }]
            """);
        var time = new FakeTimeProvider();
        using var rest = new RestClient(ClusterConfiguration.Load(Path.Combine(_folder, "config")), new RestClientOptions { Time = time });

        // The authority is not the server's yet.
        var served = server.ServeAsync(null, Token);
        await Assert.ThrowsAsync<HttpRequestException>(() => rest.SendAsync(Version, Token));
        await Task.WhenAny(served);

        Write("ca.pem", serverPem);
        time.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal("CN=one", await AskAsync(server, rest));
        Write("cert.pem", pemTwo);
        time.Advance(TimeSpan.FromSeconds(11));
        // The key isn't there yet: the old pair serves on.
        Assert.Equal("CN=one", await AskAsync(server, rest));
        Write("key.pem", keyTwo);
        time.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal("CN=two", await AskAsync(server, rest));
    }

    [Fact]
    public async Task A_certificate_of_an_exec_plug_in_is_shown_to_the_server()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The plug-in is a shell script.");
        using var serverCertificate = LocalServer.Certificate("server", out var serverPem, out _);
        using var client = LocalServer.Certificate("client", out var pem, out var key);
        using var server = new LocalServer(serverCertificate);
        Write("ca.pem", serverPem);
        Write("credential", new System.Text.Json.Nodes.JsonObject { ["status"] = new System.Text.Json.Nodes.JsonObject { ["clientCertificateData"] = pem, ["clientKeyData"] = key } }.ToJsonString());
        Write("config", $$"""
            current-context: c
            clusters: [{ name: c, cluster: { server: "{{server.Url}}", certificate-authority: ca.pem } }]
            users: [{ name: u, user: { exec: { apiVersion: client.authentication.k8s.io/v1, command: cat, args: ["{{Path.Combine(_folder, "credential")}}"] } } }]
            contexts: [{ name: c, context: { cluster: c, user: u } }]
            """);
        using var rest = new RestClient(ClusterConfiguration.Load(Path.Combine(_folder, "config")));
        Assert.Equal("CN=client", await AskAsync(server, rest));
    }

    private static async Task<string?> AskAsync(LocalServer server, RestClient rest)
    {
        var served = server.ServeAsync(LocalServer.Ok("{}"u8.ToArray()), Token);
        await rest.SendAsync(Version, Token);
        return (await served).Client;
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);
}
