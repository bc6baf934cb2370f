using KubeBuilderNet.Reconciling;

namespace KubeBuilderNet.Sources;

/// <summary>Asks a controller for reconciles, for reasons that no cache knows: a message, a clock, a device. Follows controller-runtime's <c>source.Source</c>.</summary>
public interface ISource
{
    /// <summary>Asks for reconciles until cancelled; it may return when it has no more to say.</summary>
    /// <remarks>Called once, when the controller begins: where a leader is elected, on the leader. What it throws ends the program.</remarks>
    /// <param name="enqueue">Puts a request into the controller's queue; never waits, and any thread may call it.</param>
    /// <param name="cancellationToken">Cancelled when the controller stops.</param>
    Task RunAsync(Action<ReconcileRequest> enqueue, CancellationToken cancellationToken);
}
