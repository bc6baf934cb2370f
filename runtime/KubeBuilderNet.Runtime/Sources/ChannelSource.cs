using System.Threading.Channels;
using KubeBuilderNet.Reconciling;

namespace KubeBuilderNet.Sources;

internal sealed class ChannelSource<T>(ChannelReader<T> messages, Func<T, IEnumerable<ReconcileRequest>> map) : ISource
{
    public async Task RunAsync(Action<ReconcileRequest> enqueue, CancellationToken cancellationToken)
    {
        await foreach (var message in messages.ReadAllAsync(cancellationToken))
        {
            foreach (var request in map(message))
                enqueue(request);
        }
    }
}
