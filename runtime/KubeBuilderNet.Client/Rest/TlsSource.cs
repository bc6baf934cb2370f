using System.Diagnostics.CodeAnalysis;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using k8s;
using KubeBuilderNet.Client.Configuration;

namespace KubeBuilderNet.Client.Rest;

/// <summary>The certificates of a configuration as they are now: files are looked at again, and an exec plug-in may have given new ones.</summary>
/// <remarks>Follows client-go's <c>transport/cert_rotation.go</c>.</remarks>
internal sealed class TlsSource(KubernetesClientConfiguration configuration, TimeProvider time)
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(10);
    private readonly ClusterConnection? _own = configuration as ClusterConnection;
    private volatile Reading? _last;

    private sealed record Pem(string? Authorities, string? Certificate, string? Key);

    private sealed record Reading(long At, Pem Files);

    /// <summary>Changes whenever the certificates do.</summary>
    internal object Version => (Files(), Exec?.Certificate);

    private ExecCredentialProvider? Exec => configuration.TokenProvider as ExecCredentialProvider;

    [SuppressMessage("Security", "CA5359", Justification = "The kubeconfig says insecure-skip-tls-verify.")]
    internal SslClientAuthenticationOptions Create()
    {
        var options = new SslClientAuthenticationOptions();
        if (configuration.SkipTlsVerify)
        {
            // Nothing is to be fetched for a chain that nobody looks at.
            options.CertificateChainPolicy = TrustOnly([]);
            options.RemoteCertificateValidationCallback = AcceptAny;
        }
        else if (Authorities() is { Count: > 0 } authorities)
            options.CertificateChainPolicy = TrustOnly(authorities);
        if (ClientCertificate() is var (certificate, key))
        {
            options.ClientCertificateContext = SslStreamCertificateContext.Create(
                PemFiles.ClientCertificate(certificate, key, configuration.Host), PemFiles.Chain(certificate), offline: true);
        }
        return options;
    }

    private static X509ChainPolicy TrustOnly(X509Certificate2Collection authorities)
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
        };
        policy.CustomTrustStore.AddRange(authorities);
        return policy;
    }

    private static bool AcceptAny(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) => true;

    private X509Certificate2Collection? Authorities() => Files().Authorities is { } pem
        ? PemFiles.Authorities(pem, (complaint, cause) => new KubeconfigException($"{_own!.AuthorityFile} {complaint}.", cause))
        : configuration.SslCaCerts;

    private (string Certificate, string Key)? ClientCertificate()
    {
        if (Exec?.Certificate is { } given)
            return (given.Certificate, given.Key);
        var certificate = Files().Certificate ?? Decode(configuration.ClientCertificateData);
        var key = Files().Key ?? Decode(configuration.ClientCertificateKeyData);
        return certificate is null || key is null ? null : (certificate, key);
    }

    // The text counts, not the file's time: a mounted secret changes by a link above it.
    private Pem Files()
    {
        var last = _last;
        if (last is not null && time.GetElapsedTime(last.At) < Freshness)
            return last.Files;
        Pem files;
        try
        {
            files = new Pem(Read(_own?.AuthorityFile), Read(_own?.CertificateFile), Read(_own?.KeyFile));
        }
        catch (KubeconfigException) when (last is not null)
        {
            files = last.Files;
        }
        _last = new Reading(time.GetTimestamp(), files == last?.Files ? last.Files : files);
        return _last.Files;
    }

    private static string? Read(string? file)
    {
        if (file is null)
            return null;
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new KubeconfigException($"{file} can't be read: {e.Message}", e);
        }
    }

    private static string? Decode(string? base64) => string.IsNullOrEmpty(base64) ? null : Encoding.UTF8.GetString(Convert.FromBase64String(base64));
}
