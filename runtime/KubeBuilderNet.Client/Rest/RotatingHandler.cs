using KubeBuilderNet.Client.Configuration;

namespace KubeBuilderNet.Client.Rest;

/// <summary>Opens new connections when the certificates have changed: an open one goes on with those that it was made with.</summary>
internal sealed class RotatingHandler : HttpMessageHandler
{
    private sealed record Generation(object Version, HttpMessageInvoker Connections);

    private readonly Func<HttpMessageHandler> _create;
    private readonly Func<object> _version;
    private readonly Lock _gate = new();
    private volatile Generation _current;

    /// <param name="create">Makes what holds connections, with the certificates of now.</param>
    /// <param name="version">Changes when the certificates do.</param>
    internal RotatingHandler(Func<HttpMessageHandler> create, Func<object> version)
    {
        (_create, _version) = (create, version);
        _current = new Generation(version(), new HttpMessageInvoker(create()));
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Current().SendAsync(request, cancellationToken);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _current.Connections.Dispose();
        base.Dispose(disposing);
    }

    private HttpMessageInvoker Current()
    {
        var version = _version();
        if (_current.Version.Equals(version))
            return _current.Connections;
        lock (_gate)
        {
            if (_current.Version.Equals(version))
                return _current.Connections;
            try
            {
                // The old one isn't disposed: its watches go on, and its connections end when nothing uses them.
                _current = new Generation(version, new HttpMessageInvoker(_create()));
            }
            catch (KubeconfigException)
            {
                // A file that is being written; the old certificates serve until it is whole.
                return _current.Connections;
            }
            return _current.Connections;
        }
    }
}
