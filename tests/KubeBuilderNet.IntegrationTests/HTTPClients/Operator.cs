using System.Collections.Concurrent;
using Httpclient.Api.V1Beta1;
using Httpclient.Controllers;
using k8s.Models;
using KubeBuilderNet.Hosting;
using KubeBuilderNet.Testing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace KubeBuilderNet.IntegrationTests.HTTPClients;

/// <summary>The sample's operator, in this process: what its Program.cs runs, against a test's server.</summary>
internal sealed class Operator : IAsyncDisposable, ILoggerProvider
{
    private readonly IHost _host;

    private Operator(ApiServer server)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.AddProvider(this);
        builder.Services.AddKubeBuilder(options => options.KubeconfigPath = server.KubeconfigPath)
            .AddController<HTTPClient, HTTPClientReconciler>(controller => controller.Owns<V1Deployment>().Owns<V1ConfigMap>());
        _host = builder.Build();
    }

    internal ConcurrentQueue<string> Log { get; } = [];

    internal static async Task<Operator> StartAsync(ApiServer server)
    {
        var started = new Operator(server);
        await started._host.StartAsync(TestContext.Current.CancellationToken);
        return started;
    }

    internal Task StopAsync() => _host.StopAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _host.Dispose();
    }

    void IDisposable.Dispose()
    {
    }

    ILogger ILoggerProvider.CreateLogger(string categoryName) => new Logger(Log);

    private sealed class Logger(ConcurrentQueue<string> log) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log.Enqueue(formatter(state, exception));
    }
}
