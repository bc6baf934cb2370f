using System.Diagnostics.CodeAnalysis;
using k8s;
using k8s.Models;
using KubeBuilderNet.Caching;
using KubeBuilderNet.Controllers;
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

    /// <summary>Watches a kind for its cache alone: registers an <see cref="ILister{T}"/> of it.</summary>
    IKubeBuilder AddInformer<T>()
        where T : class, IKubernetesObject<V1ObjectMeta>;
}
