using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using KubeBuilderNet.Managing;

namespace KubeBuilderNet.Runtime.Tests.Serving;

public sealed class ManagerServerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("certificates-").FullName;

    [Fact]
    public async Task Probes_and_metrics_are_told_apart_by_their_address()
    {
        await using var server = await TestServer.StartAsync(options =>
        {
            options.HealthProbeBindAddress = "127.0.0.1:0";
            options.Metrics.BindAddress = "localhost:0";
            options.Metrics.Secure = false;
        });
        Assert.Equal((200, 404), ((await server.GetAsync("/metrics")).Status, (await server.GetAsync("/healthz")).Status));
        Assert.Equal((404, 200), ((await server.GetAsync("/metrics", endpoint: 1)).Status, (await server.GetAsync("/healthz", endpoint: 1)).Status));
    }

    [Fact]
    public async Task An_address_in_use_is_told_by_its_flag()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        var refusal = await Assert.ThrowsAsync<ManagerException>(() => TestServer.StartAsync(options =>
        {
            options.Metrics.BindAddress = "127.0.0.1:0";
            options.HealthProbeBindAddress = $"127.0.0.1:{port}";
        }));
        Assert.Equal($"--health-probe-bind-address (HEALTH_PROBE_BIND_ADDRESS) '127.0.0.1:{port}': can't be listened on: another program listens there. " +
            "Choose another address, or '0' for none.", refusal.Message);
    }

    [Fact]
    public async Task Without_files_the_program_signs_its_own_certificate()
    {
        await using var server = await TestServer.StartAsync(options => options.Metrics.BindAddress = "127.0.0.1:0");
        Assert.Equal("https", server.Addresses[0].Scheme);
        Assert.Equal(401, (await server.GetAsync("/metrics")).Status);
        Assert.Equal("CN=localhost", server.Subject);
    }

    [Fact]
    public async Task A_certificate_that_changes_is_read_again_and_a_broken_one_is_not_used()
    {
        var time = new SteadyTime();
        Write("CN=first");
        await using var server = await TestServer.StartAsync(options =>
        {
            options.Metrics.BindAddress = "127.0.0.1:0";
            options.Metrics.CertificatePath = _folder;
        }, time: time);
        Assert.Equal("CN=first", await SubjectAsync(server));
        Write("CN=second");
        Assert.Equal("CN=first", await SubjectAsync(server));
        time.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal("CN=second", await SubjectAsync(server));
        await File.WriteAllTextAsync(Path.Combine(_folder, "tls.crt"), "nothing", TestContext.Current.CancellationToken);
        time.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal("CN=second", await SubjectAsync(server));
    }

    [Fact]
    public async Task A_certificate_that_is_missing_is_told_by_its_flag()
    {
        var refusal = await Assert.ThrowsAsync<ManagerException>(() => TestServer.StartAsync(options =>
        {
            options.Metrics.BindAddress = "127.0.0.1:0";
            options.Metrics.CertificatePath = _folder;
        }));
        Assert.StartsWith("--metrics-cert-path (METRICS_CERT_PATH): the certificate in '", refusal.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<string?> SubjectAsync(TestServer server)
    {
        await server.GetAsync("/metrics");
        return server.Subject;
    }

    private void Write(string subject)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        File.WriteAllText(Path.Combine(_folder, "tls.crt"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(_folder, "tls.key"), key.ExportPkcs8PrivateKeyPem());
    }
}
