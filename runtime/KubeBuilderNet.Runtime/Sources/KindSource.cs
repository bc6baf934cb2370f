using k8s;
using k8s.Models;
using KubeBuilderNet.Caching;
using KubeBuilderNet.Controllers;
using KubeBuilderNet.Predicates;
using KubeBuilderNet.Reconciling;

namespace KubeBuilderNet.Sources;

/// <summary>The changes of a kind, as its cache tells of them, before anybody listens. Follows <c>source.Kind</c>.</summary>
/// <param name="Informer">Keeps the cache.</param>
/// <param name="Connect">Begins to tell a queue of what is there, and of every change.</param>
internal sealed record KindSource(IInformer Informer, Func<Action<ReconcileRequest, int>, IHandlerRegistration> Connect)
{
    internal static KindSource Of<T>(SharedInformer<T> informer, Func<T, IEnumerable<ReconcileRequest>> map, IEnumerable<IPredicate<T>> predicates)
        where T : class, IKubernetesObject<V1ObjectMeta> => new(informer, enqueue =>
        {
            IResourceHandler<T> handler = new EnqueueHandler<T>(map, enqueue);
            foreach (var predicate in predicates)
                handler = new FilteredHandler<T>(predicate, handler);
            return informer.AddHandler(handler);
        });
}
