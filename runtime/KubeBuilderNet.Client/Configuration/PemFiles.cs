using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace KubeBuilderNet.Client.Configuration;

/// <summary>Certificates and keys from PEM, with errors that say whose they are.</summary>
internal static class PemFiles
{
    internal static X509Certificate2Collection Authorities(string pem, Func<string, Exception?, KubeconfigException> wrong)
    {
        var authorities = new X509Certificate2Collection();
        try
        {
            authorities.ImportFromPem(pem);
        }
        catch (CryptographicException e)
        {
            throw wrong($"holds no readable certificate: {e.Message}", e);
        }
        return authorities.Count > 0 ? authorities : throw wrong("holds no PEM certificate", null);
    }

    internal static X509Certificate2 ClientCertificate(string certificate, string key, string owner)
    {
        try
        {
            using var ephemeral = X509Certificate2.CreateFromPem(certificate, key);
            // Windows' TLS can't use an ephemeral key: a round trip through PKCS#12 gives it one it can.
            return X509CertificateLoader.LoadPkcs12(ephemeral.Export(X509ContentType.Pkcs12), null);
        }
        catch (CryptographicException e)
        {
            throw new KubeconfigException($"{owner}: the client certificate and key can't be used: {e.Message}", e);
        }
    }

    /// <summary>The certificates after the first: what a server needs to get from it to an authority that it knows.</summary>
    internal static X509Certificate2Collection Chain(string certificate)
    {
        var all = new X509Certificate2Collection();
        all.ImportFromPem(certificate);
        if (all.Count > 0)
            all.RemoveAt(0);
        return all;
    }
}
