using KubeBuilderNet.Caching;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Configuration;
using KubeBuilderNet.Client.Dynamic;
using KubeBuilderNet.Client.Rest;
using KubeBuilderNet.Logging;
using KubeBuilderNet.Managing;
using KubeBuilderNet.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace KubeBuilderNet.Hosting;

/// <summary>The clients and caches of one cluster, registered under its name; the manager's own has none.</summary>
internal static class ClusterServices
{
    /// <summary>Adds them; the application has registered <typeparamref name="TOptions"/> under the same name.</summary>
    internal static void AddCluster<TOptions>(this IServiceCollection services, string? name)
        where TOptions : ClusterOptions
    {
        services.AddSingleton(new ClusterRegistration(name));
        services.TryAddKeyedSingleton(name, static (provider, key) => Connect(provider, provider.GetRequiredKeyedService<TOptions>(key)));
        services.TryAddKeyedSingleton<IClient>(name, static (provider, key) => new KubernetesApiClient(provider.GetRequiredKeyedService<RestClient>(key)));
        services.TryAddKeyedSingleton(name, static (provider, key) => new DynamicClient(provider.GetRequiredKeyedService<RestClient>(key)));
        services.TryAddKeyedSingleton(name, static (provider, key) => Informers(provider, provider.GetRequiredKeyedService<IClient>(key), provider.GetRequiredKeyedService<TOptions>(key)));
        services.TryAddKeyedSingleton(name, static (provider, key) => new CachedClient(
            provider.GetRequiredKeyedService<IClient>(key), provider.GetRequiredKeyedService<SharedInformerFactory>(key),
            provider.GetRequiredService<ManagerOptions>().CacheSyncTimeout, provider.GetRequiredService<TimeProvider>()));
    }

    private static SharedInformerFactory Informers(IServiceProvider provider, IClient client, ClusterOptions options) =>
        new(client, provider.GetRequiredService<ILoggerFactory>(), [.. options.Namespaces], provider.GetRequiredService<TimeProvider>(), options.Cache);

    private static RestClient Connect(IServiceProvider provider, ClusterOptions options)
    {
        var configuration = options.Configuration ?? ClusterConfiguration.Load(options.KubeconfigPath, options.KubeconfigContext);
        var log = SafeLogger.Of(provider.GetRequiredService<ILoggerFactory>().CreateLogger("KubeBuilderNet.Client"));
        var metrics = provider.GetRequiredService<ManagerMetrics>();
        var host = new Uri(configuration.Host).Authority;
        return new RestClient(configuration, options.Client with
        {
            Time = provider.GetRequiredService<TimeProvider>(),
            Json = options.Client.Json ?? options.Json,
            Answered = options.Client.Answered + ((method, code) => metrics.CountRequest(host, method, code)),
            Warned = options.Client.Warned + (warning => log.LogWarning("The API server warns: {Warning}", warning)),
        });
    }
}
