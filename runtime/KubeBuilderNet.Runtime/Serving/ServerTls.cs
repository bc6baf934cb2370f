using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace KubeBuilderNet.Serving;

/// <summary>Server certificates as connections use them.</summary>
internal static class ServerTls
{
    /// <summary>A certificate with those above it in its chain.</summary>
    internal static SslServerAuthenticationOptions Of(X509Certificate2 certificate, X509Certificate2Collection? chain = null)
    {
        // Windows' TLS can't use a key that lives in memory only; read again as PKCS #12 it can.
        var usable = X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
        return new SslServerAuthenticationOptions { ServerCertificateContext = SslStreamCertificateContext.Create(usable, chain, offline: true) };
    }

    /// <summary>A certificate that nobody vouches for, made now and kept in memory.</summary>
    internal static SslServerAuthenticationOptions SelfSigned(TimeProvider time)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        names.AddIpAddress(IPAddress.IPv6Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1", "TLS server")], critical: false));
        var now = time.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(10));
        return Of(certificate);
    }
}
