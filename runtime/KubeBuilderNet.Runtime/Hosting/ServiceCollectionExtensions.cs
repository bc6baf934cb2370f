using System.Diagnostics.Metrics;
using KubeBuilderNet.Caching;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Dynamic;
using KubeBuilderNet.Client.Manifests;
using KubeBuilderNet.Client.Rest;
using KubeBuilderNet.Events;
using KubeBuilderNet.Managing;
using KubeBuilderNet.Metrics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace KubeBuilderNet.Hosting;

/// <summary>Makes an application an operator.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>
    /// Adds the manager that runs controllers, an <see cref="IClient"/>, a <see cref="CachedClient"/>, an <see cref="IEventRecorder"/>, a <see cref="RestClient"/>,
    /// a <see cref="DynamicClient"/>, a <see cref="ManifestClient"/>, the <see cref="SharedInformerFactory"/> and the <see cref="TimeProvider"/>;
    /// what the application has registered before stays.
    /// </summary>
    /// <remarks>
    /// Flags are read from the command line and the configuration; <see cref="ManagerOptions"/> names them. A value that can't be used
    /// ends the program with one line that names its flag, and code 1.
    /// </remarks>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Changes the manager's options; what it sets wins over the flags. Called when the manager starts.</param>
    public static IKubeBuilder AddKubeBuilder(this IServiceCollection services, Action<ManagerOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        SystemAuthorities.ReadAhead();
        services.AddSingleton(provider => ManagerOptionsReader.Read(provider.GetService<IConfiguration>(), configure));
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ManagerState>();
        services.TryAddSingleton(static provider => new ManagerMetrics(provider.GetService<IMeterFactory>()));
        services.AddCluster<ManagerOptions>(null);
        services.TryAddSingleton(static provider => new ManifestClient(provider.GetRequiredService<RestClient>()));
        services.TryAddSingleton(static provider => Recorder(
            provider.GetRequiredService<IClient>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILoggerFactory>()));
        services.TryAddSingleton<IEventRecorder>(static provider => provider.GetRequiredService<EventRecorder>());
        services.AddSingleton<IHostedService, Manager>();
        return new KubeBuilder(services);
    }

    private static EventRecorder Recorder(IClient client, TimeProvider time, ILoggerFactory logs) =>
        new(client, EventSource.OfProgram(time), time, logs.CreateLogger("KubeBuilderNet.Events"));
}
