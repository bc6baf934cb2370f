using System.Diagnostics.CodeAnalysis;
using k8s;
using k8s.Models;
using KubeBuilderNet.Caching;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Dynamic;
using KubeBuilderNet.Client.Rest;
using KubeBuilderNet.Controllers;
using KubeBuilderNet.Managing;
using KubeBuilderNet.Permissions;
using KubeBuilderNet.Reconciling;
using Microsoft.Extensions.DependencyInjection;

namespace KubeBuilderNet.Hosting;

/// <summary>Adds controllers to an application. Got from <see cref="ServiceCollectionExtensions.AddKubeBuilder"/>.</summary>
public interface IKubeBuilder
{
    /// <summary>The application's services.</summary>
    IServiceCollection Services { get; }

    /// <summary>Adds a controller of a kind. Its reconciler is a singleton made by dependency injection.</summary>
    /// <typeparam name="T">The class of the objects; an <see cref="ILister{T}"/> of it is registered.</typeparam>
    /// <typeparam name="TReconciler">What reconciles them.</typeparam>
    /// <param name="configure">Says what else is watched, and how the controller works.</param>
    /// <exception cref="InvalidOperationException">The same controller was added before, or one of the same <see cref="ControllerOptions.Name"/>.</exception>
    IKubeBuilder AddController<T, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TReconciler>(
        Action<ControllerBuilder>? configure = null)
        where T : class, IKubernetesObject<V1ObjectMeta>
        where TReconciler : class, IReconciler<T>;

    /// <summary>
    /// Says more of a controller that was added before, by <c>AddGeneratedControllers()</c> above all: what it does beyond its attributes, and
    /// what wins over them.
    /// </summary>
    /// <typeparam name="TReconciler">Its reconciler; where it reconciles several kinds, each of their controllers is configured.</typeparam>
    /// <param name="configure">Says what else is watched, and how the controller works.</param>
    /// <exception cref="InvalidOperationException">No controller has this reconciler yet, or another has the name that is given.</exception>
    IKubeBuilder ConfigureController<TReconciler>(Action<ControllerBuilder> configure)
        where TReconciler : class;

    /// <summary>
    /// Says what the operator must be allowed for something that is no controller: the manager asks the API server at the start, and tells what is missing.
    /// </summary>
    /// <param name="who">What needs it, for that message.</param>
    /// <param name="rules">What it needs.</param>
    IKubeBuilder Needs(string who, params PermissionRule[] rules);

    /// <summary>Watches a kind for its cache alone: registers an <see cref="ILister{T}"/> of it.</summary>
    /// <param name="cluster">The name of the cluster, under which the lister is registered, too; null for the manager's own.</param>
    IKubeBuilder AddInformer<T>(string? cluster = null)
        where T : class, IKubernetesObject<V1ObjectMeta>;

    /// <summary>Adds an index to the cache of a kind, for <see cref="ILister{T}.ByIndex"/>. Follows controller-runtime's <c>FieldIndexer</c>.</summary>
    /// <typeparam name="T">The class of the objects; watched if it isn't yet.</typeparam>
    /// <param name="name">What <see cref="ILister{T}.ByIndex"/> calls it. When the kind has an index of this name already, the manager fails to start.</param>
    /// <param name="values">The values under which an object is to be found; it must depend on the object alone.</param>
    IKubeBuilder AddIndex<T>(string name, Func<T, IEnumerable<string>> values)
        where T : class, IKubernetesObject<V1ObjectMeta>;

    /// <summary>Adds something that runs beside the controllers; a singleton made by dependency injection.</summary>
    /// <typeparam name="TRunnable">Its class.</typeparam>
    /// <param name="stage">When it runs.</param>
    IKubeBuilder AddRunnable<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TRunnable>(RunnableStage stage = RunnableStage.Leading)
        where TRunnable : class, IRunnable;

    /// <summary>
    /// Adds another cluster: an <see cref="IClient"/>, a <see cref="CachedClient"/>, a <see cref="RestClient"/>, a <see cref="DynamicClient"/> and a
    /// <see cref="SharedInformerFactory"/> of it, all registered under its name (<c>[FromKeyedServices("name")]</c>). The manager runs its caches.
    /// Follows controller-runtime's <c>cluster.Cluster</c>.
    /// </summary>
    /// <param name="name">What services and <see cref="ControllerBuilder.Watches{TWatched}"/> call it.</param>
    /// <param name="configure">Says where it is. Called when the manager starts.</param>
    /// <exception cref="InvalidOperationException">There is a cluster of this name.</exception>
    IKubeBuilder AddCluster(string name, Action<ClusterOptions> configure);
}
