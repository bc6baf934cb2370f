namespace KubeBuilderNet.Managing;

/// <summary>Something that runs beside the controllers. Follows controller-runtime's <c>manager.Runnable</c>.</summary>
public interface IRunnable
{
    /// <summary>Runs until cancelled; it may return when it has done its work. What it throws ends the program.</summary>
    /// <param name="cancellationToken">Cancelled when the program stops, or no longer leads.</param>
    Task RunAsync(CancellationToken cancellationToken);
}
