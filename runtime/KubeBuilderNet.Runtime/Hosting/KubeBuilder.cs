using System.Diagnostics.CodeAnalysis;
using k8s;
using k8s.Models;
using KubeBuilderNet.Caching;
using KubeBuilderNet.Controllers;
using KubeBuilderNet.Managing;
using KubeBuilderNet.Metrics;
using KubeBuilderNet.Permissions;
using KubeBuilderNet.Reconciling;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace KubeBuilderNet.Hosting;

internal sealed class KubeBuilder(IServiceCollection services) : IKubeBuilder
{
    private readonly Dictionary<(Type Kind, Type Reconciler), ControllerBuilder> _controllers = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _clusters = new(StringComparer.Ordinal);

    public IServiceCollection Services { get; } = services;

    public IKubeBuilder AddController<T, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TReconciler>(
        Action<ControllerBuilder>? configure = null)
        where T : class, IKubernetesObject<V1ObjectMeta>
        where TReconciler : class, IReconciler<T>
    {
        var definition = ResourceDefinition.Of<T>();
        var builder = new ControllerBuilder(definition).For<T>();
        if (!_controllers.TryAdd((typeof(T), typeof(TReconciler)), builder))
            throw new InvalidOperationException(
                $"The controller of {typeof(T).Name} with {typeof(TReconciler).Name} was added before. ConfigureController changes one that is there.");
        configure?.Invoke(builder);
        builder.Name = Take(builder.Options.Name ?? ControllerNames.Distinct(ControllerNames.Default(typeof(TReconciler).Name, definition.Kind.Kind), _names), typeof(TReconciler));
        builder.Register(Services);
        Services.TryAddSingleton<TReconciler>();
        Services.AddSingleton(new ControllerRegistration(provider => Make<T, TReconciler>(provider, builder)));
        Services.AddSingleton(_ => builder.Permissions);
        return this;
    }

    public IKubeBuilder ConfigureController<TReconciler>(Action<ControllerBuilder> configure)
        where TReconciler : class
    {
        ArgumentNullException.ThrowIfNull(configure);
        var added = _controllers.Where(static controller => controller.Key.Reconciler == typeof(TReconciler)).Select(static controller => controller.Value).ToList();
        if (added.Count == 0)
            throw new InvalidOperationException(
                $"There is no controller with {typeof(TReconciler).Name} to configure: call ConfigureController after AddGeneratedControllers or AddController.");
        foreach (var builder in added)
            Configure<TReconciler>(builder, configure);
        return this;
    }

    public IKubeBuilder Needs(string who, params PermissionRule[] rules)
    {
        ArgumentException.ThrowIfNullOrEmpty(who);
        ArgumentNullException.ThrowIfNull(rules);
        Services.AddSingleton(new PermissionSet(who, rules));
        return this;
    }

    public IKubeBuilder AddInformer<T>(string? cluster = null)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        Services.AddLister<T>(cluster);
        Services.AddSingleton(new InformerRegistration(provider => provider.GetRequiredKeyedService<SharedInformerFactory>(cluster).Get<T>()));
        return this;
    }

    public IKubeBuilder AddRunnable<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TRunnable>(RunnableStage stage = RunnableStage.Leading)
        where TRunnable : class, IRunnable
    {
        Services.TryAddSingleton<TRunnable>();
        Services.AddSingleton(new RunnableRegistration(stage, static provider => new NamedRun(typeof(TRunnable).Name, provider.GetRequiredService<TRunnable>().RunAsync)));
        return this;
    }

    public IKubeBuilder AddCluster(string name, Action<ClusterOptions> configure)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(configure);
        if (!_clusters.Add(name))
            throw new InvalidOperationException($"There is a cluster '{name}' already.");
        Services.AddKeyedSingleton(name, (_, _) =>
        {
            var options = new ClusterOptions();
            configure(options);
            return options;
        });
        Services.AddCluster<ClusterOptions>(name);
        return this;
    }

    public IKubeBuilder AddIndex<T>(string name, Func<T, IEnumerable<string>> values)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(values);
        Services.AddLister<T>();
        Services.AddSingleton(new InformerRegistration(provider => provider.GetRequiredService<SharedInformerFactory>().Get<T>().AddIndex(name, values)));
        return this;
    }

    private void Configure<TReconciler>(ControllerBuilder builder, Action<ControllerBuilder> configure)
    {
        configure(builder);
        if (builder.Options.Name is { } name && name != builder.Name)
        {
            _names.Remove(builder.Name!);
            builder.Name = Take(name, typeof(TReconciler));
        }
        builder.Register(Services);
    }

    private string Take(string name, Type reconciler) => _names.Add(name) ? name : throw new InvalidOperationException(
        $"Two controllers are called '{name}', and logs and metrics could not tell them apart: set another ControllerOptions.Name for {reconciler.Name}.");

    private static Controller<T> Make<T, TReconciler>(IServiceProvider provider, ControllerBuilder builder)
        where T : class, IKubernetesObject<V1ObjectMeta>
        where TReconciler : class, IReconciler<T>
    {
        var name = builder.Name!;
        var log = provider.GetRequiredService<ILoggerFactory>().CreateLogger($"KubeBuilderNet.Controllers.{name}");
        var time = provider.GetRequiredService<TimeProvider>();
        var metrics = new ControllerMetrics(provider.GetRequiredService<ManagerMetrics>(), name, time);
        return new Controller<T>(name, provider.GetRequiredService<TReconciler>(), builder.Options, time, log, metrics, builder.Build(provider));
    }
}
