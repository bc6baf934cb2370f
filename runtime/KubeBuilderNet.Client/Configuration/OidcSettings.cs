using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace KubeBuilderNet.Client.Configuration;

/// <summary>What a kubeconfig says of an OpenID Connect provider.</summary>
internal sealed record OidcSettings(string Place, string Issuer, string ClientId, string? ClientSecret, string? IdToken, string? RefreshToken)
{
    internal static OidcTokenProvider Read(KubeconfigNode user, KubeconfigNode provider)
    {
        var name = provider.Text("name") ?? throw provider.Wrong("name", "is missing");
        if (name != "oidc")
        {
            throw provider.Wrong("name", $"'{name}' is not supported, and Kubernetes has no such provider any more: "
                + "use an exec plug-in, such as kubelogin or gke-gcloud-auth-plugin");
        }
        var config = provider.Child("config") ?? throw provider.Wrong("config", "is missing");
        var issuer = config.Text("idp-issuer-url") ?? throw config.Wrong("idp-issuer-url", "is missing");
        if (!Uri.TryCreate(issuer, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http"))
            throw config.Wrong("idp-issuer-url", $"must be a https URL, not '{issuer}'");
        var settings = new OidcSettings(user.Place("auth-provider"), issuer, config.Text("client-id") ?? throw config.Wrong("client-id", "is missing"),
            config.Text("client-secret"), config.Text("id-token"), config.Text("refresh-token"));
        return new OidcTokenProvider(settings, Handler(config), TimeProvider.System);
    }

    private static SocketsHttpHandler Handler(KubeconfigNode config)
    {
        var handler = new SocketsHttpHandler();
        if (KubeconfigConverter.Pem(config, "idp-certificate-authority-data", "idp-certificate-authority") is not { } pem)
            return handler;
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.AddRange(PemFiles.Authorities(pem, (complaint, cause) => config.Wrong("idp-certificate-authority", complaint, cause)));
        handler.SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = policy };
        return handler;
    }
}
