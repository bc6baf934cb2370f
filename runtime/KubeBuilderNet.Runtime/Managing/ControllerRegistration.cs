using KubeBuilderNet.Controllers;

namespace KubeBuilderNet.Managing;

/// <summary>A controller that will be made when the manager starts.</summary>
internal sealed record ControllerRegistration(Func<IServiceProvider, IController> Make);

/// <summary>A kind that is watched though no controller asks for it.</summary>
internal sealed record InformerRegistration(Action<IServiceProvider> Make);

/// <summary>A cluster whose caches the manager runs; null names its own.</summary>
internal sealed record ClusterRegistration(string? Name);
