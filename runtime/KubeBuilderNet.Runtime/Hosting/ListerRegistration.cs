using k8s;
using k8s.Models;
using KubeBuilderNet.Caching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace KubeBuilderNet.Hosting;

internal static class ListerRegistration
{
    internal static void AddLister<T>(this IServiceCollection services)
        where T : class, IKubernetesObject<V1ObjectMeta> =>
        services.TryAddSingleton(static provider => provider.GetRequiredService<SharedInformerFactory>().Get<T>().Lister);
}
