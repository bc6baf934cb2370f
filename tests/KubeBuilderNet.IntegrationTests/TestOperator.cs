using System.Collections.Concurrent;
using KubeBuilderNet.Hosting;
using KubeBuilderNet.Managing;
using KubeBuilderNet.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace KubeBuilderNet.IntegrationTests;

/// <summary>An operator in this process, against a test's server, and what it logs.</summary>
internal sealed class TestOperator : IAsyncDisposable, ILoggerProvider
{
    private readonly IHost _host;

    private TestOperator(ApiServer server, string @namespace, Action<IKubeBuilder> add, Action<ManagerOptions>? configure)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.AddProvider(this);
        add(builder.Services.AddKubeBuilder(options =>
        {
            options.KubeconfigPath = server.KubeconfigPath;
            options.Namespaces.Add(@namespace);
            configure?.Invoke(options);
        }));
        _host = builder.Build();
    }

    internal ConcurrentQueue<(LogLevel Level, string Message)> Log { get; } = [];

    /// <summary>Whether the controllers run.</summary>
    internal bool IsRunning => _host.Services.GetRequiredService<ManagerState>() is { NotReady: null, Failure: null };

    /// <summary>Starts an operator of one namespace.</summary>
    internal static async Task<TestOperator> StartAsync(ApiServer server, string @namespace, Action<IKubeBuilder> add, Action<ManagerOptions>? configure = null)
    {
        var started = new TestOperator(server, @namespace, add, configure);
        await started._host.StartAsync(TestContext.Current.CancellationToken);
        return started;
    }

    internal bool HasLogged(LogLevel level, string part) =>
        Log.Any(line => line.Level == level && line.Message.Contains(part, StringComparison.Ordinal));

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

    private sealed class Logger(ConcurrentQueue<(LogLevel, string)> log) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log.Enqueue((logLevel, exception is null ? formatter(state, exception) : $"{formatter(state, exception)}\n{exception.Message}"));
    }
}
