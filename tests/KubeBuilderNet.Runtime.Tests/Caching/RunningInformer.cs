using k8s.Models;
using KubeBuilderNet.Caching;

namespace KubeBuilderNet.Runtime.Tests.Caching;

/// <summary>An informer of a scripted server, running until it is disposed.</summary>
internal sealed class RunningInformer : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    internal RunningInformer(ScriptedClient client, InformerOptions<V1ConfigMap>? options = null, Action<SharedInformer<V1ConfigMap>>? prepare = null)
    {
        Informer = new SharedInformer<V1ConfigMap>(client, Log, options, Time);
        prepare?.Invoke(Informer);
        Running = Informer.RunAsync(_stop.Token);
    }

    internal SteadyTime Time { get; } = new();

    internal MessageLog Log { get; } = new();

    internal SharedInformer<V1ConfigMap> Informer { get; }

    internal Task Running { get; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }
}
