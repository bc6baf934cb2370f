using System.Diagnostics.Metrics;
using System.Net.Security;
using KubeBuilderNet.Client;
using KubeBuilderNet.Health;
using KubeBuilderNet.Logging;
using KubeBuilderNet.Managing;
using KubeBuilderNet.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace KubeBuilderNet.Serving;

/// <summary>What a manager serves: probes and metrics, where its options say so.</summary>
internal sealed class ManagerServer : IAsyncDisposable
{
    private readonly HttpServer _server;
    private readonly PrometheusCollector? _collector;

    private ManagerServer(HttpServer server, PrometheusCollector? collector) => (_server, _collector) = (server, collector);

    /// <summary>Where it listens: metrics first.</summary>
    internal IReadOnlyList<Uri> Addresses => _server.Addresses;

    /// <summary>Begins to serve; null when there is nothing to serve, and then nothing of ASP.NET Core is loaded.</summary>
    /// <exception cref="ManagerException">An address can't be listened on, or a certificate not be used; the message names the flag.</exception>
    internal static Task<ManagerServer?> StartAsync(IServiceProvider services, ManagerOptions options, CancellationToken cancellationToken)
    {
        var health = BindAddress.Parse(ManagerOptionsReader.HealthAddress, options.HealthProbeBindAddress);
        var metrics = BindAddress.Parse(ManagerOptionsReader.MetricsAddress, options.Metrics.BindAddress);
        return health is null && metrics is null
            ? Task.FromResult<ManagerServer?>(null)
            : StartAsync(services, options, health, metrics, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _collector?.Dispose();
    }

    private static async Task<ManagerServer?> StartAsync(IServiceProvider services, ManagerOptions options, BindAddress? health, BindAddress? metrics, CancellationToken cancellationToken)
    {
        var logs = services.GetRequiredService<ILoggerFactory>();
        var log = SafeLogger.Of(logs.CreateLogger("KubeBuilderNet.Serving"));
        var collector = metrics is null ? null : new PrometheusCollector(options.Metrics.Meters, services.GetService<IMeterFactory>());
        try
        {
            List<HttpEndpoint> endpoints = [];
            if (metrics is not null)
                endpoints.Add(Metrics(services, options.Metrics, metrics, collector!, log));
            if (health is not null)
                endpoints.Add(new HttpEndpoint(health, new HealthEndpoint(Checks(services)).HandleAsync));
            var server = await HttpServer.StartAsync(endpoints, logs, cancellationToken);
            log.LogInformation("Serving {What} at {Addresses}", What(health, metrics), string.Join(" and ", server.Addresses));
            return new ManagerServer(server, collector);
        }
        catch
        {
            collector?.Dispose();
            throw;
        }
    }

    private static HealthChecks Checks(IServiceProvider services) => new(services.GetRequiredService<ManagerState>(), services.GetService<HealthCheckService>());

    private static HttpEndpoint Metrics(IServiceProvider services, MetricsOptions options, BindAddress address, PrometheusCollector collector, ILogger log)
    {
        var time = services.GetRequiredService<TimeProvider>();
        var authorizer = options.Secure ? new TokenAuthorizer(services.GetRequiredService<IClient>(), MetricsEndpoint.Path, time) : null;
        return new HttpEndpoint(address, new MetricsEndpoint(collector, authorizer, log).HandleAsync, options.Secure ? Tls(options, time, log) : null);
    }

    private static Func<SslServerAuthenticationOptions> Tls(MetricsOptions options, TimeProvider time, ILogger log)
    {
        if (string.IsNullOrEmpty(options.CertificatePath))
        {
            var own = ServerTls.SelfSigned(time);
            return () => own;
        }
        var files = new CertificateFiles(ManagerOptionsReader.MetricsCertificates, Path.Combine(options.CertificatePath, options.CertificateName),
            Path.Combine(options.CertificatePath, options.CertificateKey), time, log);
        return () => files.Current;
    }

    private static string What(BindAddress? health, BindAddress? metrics) => (health, metrics) switch
    {
        (null, _) => "/metrics",
        (_, null) => "/healthz and /readyz",
        _ => "/metrics, and /healthz and /readyz,",
    };
}
