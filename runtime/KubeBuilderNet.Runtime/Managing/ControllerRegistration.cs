using KubeBuilderNet.Caching;
using KubeBuilderNet.Controllers;

namespace KubeBuilderNet.Managing;

/// <summary>A controller that will be made when the manager starts.</summary>
internal sealed record ControllerRegistration(Func<IServiceProvider, IController> Make);

/// <summary>A kind that is watched though no controller asks for it.</summary>
internal sealed record InformerRegistration(Func<SharedInformerFactory, IInformer> Make);
