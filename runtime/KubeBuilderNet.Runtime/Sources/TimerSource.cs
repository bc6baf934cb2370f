using KubeBuilderNet.Reconciling;

namespace KubeBuilderNet.Sources;

internal sealed class TimerSource(TimeSpan period, Func<IEnumerable<ReconcileRequest>> requests, TimeProvider time) : ISource
{
    public async Task RunAsync(Action<ReconcileRequest> enqueue, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(period, time);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            foreach (var request in requests())
                enqueue(request);
        }
    }
}
