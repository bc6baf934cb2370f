using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using KubeBuilderNet.Client.Configuration;

namespace KubeBuilderNet.Client.Tests.Configuration;

public sealed class InClusterTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("10.0.0.1", "https://10.0.0.1/")]
    [InlineData("fd00::1", "https://[fd00::1]/")]
    public async Task A_pod_finds_its_server_by_its_service_account(string host, string server)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var authority = new CertificateRequest("CN=ca", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllText(Path.Combine(_folder, "ca.crt"), authority.ExportCertificatePem());
        File.WriteAllText(Path.Combine(_folder, "token"), "secret\n");
        File.WriteAllText(Path.Combine(_folder, "namespace"), "mine\n");
        var found = InClusterConfiguration.TryLoad(_folder, name => name == "KUBERNETES_SERVICE_HOST" ? host : "443");
        Assert.NotNull(found);
        Assert.Equal((server, "mine"), (found.Host, found.Namespace));
        Assert.Equal(authority.Thumbprint, Assert.Single(found.SslCaCerts).Thumbprint);
        Assert.Equal("Bearer secret", (await found.TokenProvider.GetAuthenticationHeaderAsync(TestContext.Current.CancellationToken)).ToString());
    }

    [Fact]
    public void Outside_a_pod_there_is_none()
    {
        Assert.Null(InClusterConfiguration.TryLoad(_folder, _ => "443"));
        File.WriteAllText(Path.Combine(_folder, "token"), "secret");
        Assert.Null(InClusterConfiguration.TryLoad(_folder, _ => null));
    }
}
