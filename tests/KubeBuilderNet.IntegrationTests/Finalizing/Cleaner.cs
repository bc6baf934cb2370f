using System.Collections.Concurrent;
using k8s.Models;
using KubeBuilderNet.Caching;
using KubeBuilderNet.Client;
using KubeBuilderNet.Finalizers;
using KubeBuilderNet.Reconciling;

namespace KubeBuilderNet.IntegrationTests.Finalizing;

/// <summary>What the parts of a finalizer do in a test, and what they did.</summary>
internal sealed class Work
{
    private readonly ConcurrentQueue<string> _begun = [];

    /// <summary>What a part does for an object, by both names; nothing by default.</summary>
    internal Func<string, string, CancellationToken, Task> Do { get; set; } = static (_, _, _) => Task.CompletedTask;

    /// <summary>The objects that were reconciled without a failure.</summary>
    internal ConcurrentQueue<string> Reconciled { get; } = [];

    internal int Count(string part, string name) => _begun.Count(entry => entry == $"{part} {name}");

    internal Task RunAsync(string part, string name, CancellationToken cancellationToken)
    {
        _begun.Enqueue($"{part} {name}");
        return Do(part, name, cancellationToken);
    }
}

/// <summary>Does a work of two parts before a ConfigMap may go.</summary>
internal sealed class Cleaner : IReconciler<V1ConfigMap>
{
    internal const string First = "tests.baihl.io/first";
    internal const string Second = "tests.baihl.io/second";
    private readonly ILister<V1ConfigMap> _maps;
    private readonly FinalizerSet<V1ConfigMap> _finalizers;
    private readonly Work _work;

    public Cleaner(ILister<V1ConfigMap> maps, IClient client, Work work)
    {
        (_maps, _work) = (maps, work);
        _finalizers = new FinalizerSet<V1ConfigMap>(client)
            .Register(First, (map, cancellationToken) => work.RunAsync("first", map.Metadata.Name, cancellationToken))
            .Register(Second, (map, cancellationToken) => work.RunAsync("second", map.Metadata.Name, cancellationToken));
    }

    public async Task<ReconcileResult> ReconcileAsync(ReconcileRequest request, CancellationToken cancellationToken)
    {
        if (_maps.Find(request.Key) is { } map)
            await _finalizers.FinalizeAsync(map, cancellationToken);
        _work.Reconciled.Enqueue(request.Name);
        return ReconcileResult.Done;
    }
}
