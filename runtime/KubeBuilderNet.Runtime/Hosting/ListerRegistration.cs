using k8s;
using k8s.Models;
using KubeBuilderNet.Caching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace KubeBuilderNet.Hosting;

internal static class ListerRegistration
{
    internal static void AddLister<T>(this IServiceCollection services, string? cluster = null)
        where T : class, IKubernetesObject<V1ObjectMeta> =>
        services.TryAddKeyedSingleton(cluster, static (provider, key) => provider.GetRequiredKeyedService<SharedInformerFactory>(key).Get<T>().Lister);
}
