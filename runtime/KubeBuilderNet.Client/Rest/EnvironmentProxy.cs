using System.Net;

namespace KubeBuilderNet.Client.Rest;

/// <summary>The proxy that the environment names, with networks in NO_PROXY (<c>10.0.0.0/8</c>), which .NET doesn't know: Go does.</summary>
internal sealed class EnvironmentProxy(IWebProxy inner, string? exceptions) : IWebProxy
{
    private readonly IPNetwork[] _networks =
    [
        .. (exceptions ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(static entry => entry.Contains('/', StringComparison.Ordinal))
            .Select(static entry => IPNetwork.TryParse(entry, out var network) ? network : (IPNetwork?)null)
            .OfType<IPNetwork>(),
    ];

    public ICredentials? Credentials
    {
        get => inner.Credentials;
        set => inner.Credentials = value;
    }

    internal static EnvironmentProxy Current => new(HttpClient.DefaultProxy,
        Environment.GetEnvironmentVariable("NO_PROXY") ?? Environment.GetEnvironmentVariable("no_proxy"));

    public Uri? GetProxy(Uri destination) => inner.GetProxy(destination);

    public bool IsBypassed(Uri host) =>
        (IPAddress.TryParse(host.Host, out var address) && _networks.Any(network => network.Contains(address))) || inner.IsBypassed(host);
}
