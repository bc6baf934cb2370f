using System.Net;
using System.Net.Http.Headers;
using System.Text;
using k8s;
using KubeBuilderNet.Client.Configuration;

namespace KubeBuilderNet.Client.Rest;

/// <summary>Puts the credentials on each request; after a 401 an exec plug-in is asked once more.</summary>
internal sealed class AuthenticationHandler(KubernetesClientConfiguration configuration, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private readonly AuthenticationHeaderValue? _fixed = Fixed(configuration);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // SocketsHttpHandler takes the name for SNI and for the certificate's check from the Host header.
        if (configuration.TlsServerName is { Length: > 0 } name)
            request.Headers.Host = name;
        if (configuration.TokenProvider is ExecCredentialProvider exec)
            return await SendAsync(exec, request, cancellationToken);
        request.Headers.Authorization = configuration.TokenProvider is { } provider
            ? await provider.GetAuthenticationHeaderAsync(cancellationToken)
            : _fixed;
        return await base.SendAsync(request, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            (configuration.TokenProvider as IDisposable)?.Dispose();
        base.Dispose(disposing);
    }

    private async Task<HttpResponseMessage> SendAsync(ExecCredentialProvider exec, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var used = await exec.GetAsync(cancellationToken);
        request.Headers.Authorization = used.Header;
        var response = await base.SendAsync(request, cancellationToken);
        if (response.StatusCode != HttpStatusCode.Unauthorized)
            return response;
        response.Dispose();
        exec.Refuse(used);
        request.Headers.Authorization = (await exec.GetAsync(cancellationToken)).Header;
        return await base.SendAsync(request, cancellationToken);
    }

    private static AuthenticationHeaderValue? Fixed(KubernetesClientConfiguration configuration)
    {
        if (configuration.AccessToken is { Length: > 0 } token)
            return new AuthenticationHeaderValue("Bearer", token);
        return configuration.Username is { Length: > 0 } user
            ? new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{configuration.Password}")))
            : null;
    }
}
