using KubeBuilderNet.Reconciling;

namespace KubeBuilderNet.Controllers;

/// <summary>A controller as the manager sees it.</summary>
internal interface IController : IDisposable
{
    string Name { get; }

    void Enqueue(ReconcileRequest request);

    /// <summary>Works until told to stop, then lets what is in flight end within the time given.</summary>
    Task RunAsync(TimeSpan gracefulTimeout, CancellationToken stopping);
}
