using System.Diagnostics;
using KubeBuilderNet.Managing;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KubeBuilderNet.Serving;

/// <summary>Kestrel alone, without a web host: no pipeline, no routes, no line in the log for each probe.</summary>
internal sealed class HttpServer : IAsyncDisposable
{
    private const int MaxRequestBody = 64 * 1024;
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(2);
    private readonly IReadOnlyList<HttpEndpoint> _endpoints;
    private readonly ServiceProvider _services;
    private readonly IServer _kestrel;

    private HttpServer(IReadOnlyList<HttpEndpoint> endpoints, ILoggerFactory logs)
    {
        _endpoints = endpoints;
        var services = new ServiceCollection();
        services.AddSingleton(logs).AddLogging().AddMetrics();
        services.AddSingleton<DiagnosticSource>(new DiagnosticListener("KubeBuilderNet.Serving"));
        new KestrelServices(services).UseKestrelCore();
        services.Configure<KestrelServerOptions>(Listen);
        _services = services.BuildServiceProvider();
        _kestrel = _services.GetRequiredService<IServer>();
    }

    /// <summary>Where it listens, in the order of the endpoints.</summary>
    internal IReadOnlyList<Uri> Addresses => [.. _kestrel.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Select(static text => new Uri(text))];

    /// <exception cref="ManagerException">An address can't be listened on; the message names its flag.</exception>
    internal static async Task<HttpServer> StartAsync(IReadOnlyList<HttpEndpoint> endpoints, ILoggerFactory logs, CancellationToken cancellationToken)
    {
        var server = new HttpServer(endpoints, logs);
        try
        {
            await server._kestrel.StartAsync(new Application(), cancellationToken);
            return server;
        }
        catch (Exception e)
        {
            await server._services.DisposeAsync();
            if (e is IOException or System.Net.Sockets.SocketException)
                throw server.Refused(e);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(StopTimeout);
        await _kestrel.StopAsync(limit.Token);
        await _services.DisposeAsync();
    }

    private void Listen(KestrelServerOptions options)
    {
        options.AddServerHeader = false;
        options.Limits.MaxRequestBodySize = MaxRequestBody;
        foreach (var endpoint in _endpoints)
        {
            if (endpoint.Address.Address is { } address)
                options.Listen(address, endpoint.Address.Port, listen => Configure(listen, endpoint));
            else
                options.ListenAnyIP(endpoint.Address.Port, listen => Configure(listen, endpoint));
        }
    }

    private static void Configure(ListenOptions listen, HttpEndpoint endpoint)
    {
        // HTTP/2 has had attacks that nothing here needs to be open to; kubebuilder's servers refuse it, too.
        listen.Protocols = HttpProtocols.Http1;
        if (endpoint.Tls is { } tls)
            listen.UseHttps(new TlsHandshakeCallbackOptions { OnConnection = _ => ValueTask.FromResult(tls()) });
        listen.Use(next => connection =>
        {
            connection.Features.Set(endpoint);
            return next(connection);
        });
    }

    // Of an address in use Kestrel tells which in its message; of other failures it doesn't.
    private ManagerException Refused(Exception e)
    {
        var named = _endpoints.Where(endpoint => e.Message.Contains($":{endpoint.Address.Port}", StringComparison.Ordinal)).ToList();
        var guilty = string.Join(", ", (named.Count > 0 ? named : _endpoints).Select(static endpoint => $"{Flags.Called(endpoint.Address.Flag)} '{endpoint.Address}'"));
        var reason = e.InnerException is AddressInUseException ? "another program listens there" : (e.InnerException ?? e).Message.TrimEnd('.');
        return new ManagerException($"{guilty}: can't be listened on: {reason}. Choose another address, or '0' for none.");
    }

    private sealed class Application : IHttpApplication<HttpContext>
    {
        public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

        public Task ProcessRequestAsync(HttpContext context) => context.Features.GetRequiredFeature<HttpEndpoint>().Handle(context);

        public void DisposeContext(HttpContext context, Exception? exception)
        {
        }
    }
}
