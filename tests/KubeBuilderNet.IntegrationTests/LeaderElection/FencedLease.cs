using k8s.Models;
using KubeBuilderNet.Client;
using KubeBuilderNet.FencedOperator;

namespace KubeBuilderNet.IntegrationTests.LeaderElection;

/// <summary>A Lease that replicas want, the ConfigMap that its holder reconciles, and all that became of both.</summary>
internal sealed class FencedLease : IAsyncDisposable
{
    private FencedLease(string @namespace, History<V1ConfigMap> writes, History<V1Lease> leases) => (Namespace, Writes, Leases) = (@namespace, writes, leases);

    internal string Namespace { get; }

    internal History<V1ConfigMap> Writes { get; }

    internal History<V1Lease> Leases { get; }

    /// <summary>Who wrote last; null before the first.</summary>
    internal string? Writer => Writes.Last?.Data[FencedReconciler.Writer];

    internal static async Task<FencedLease> MakeAsync(IClient client)
    {
        var token = TestContext.Current.CancellationToken;
        var name = "r" + Guid.NewGuid().ToString("n")[..8];
        await client.CreateAsync(new V1Namespace { Metadata = new V1ObjectMeta { Name = name } }, cancellationToken: token);
        await client.CreateAsync(new V1ConfigMap
        {
            Metadata = new V1ObjectMeta { Name = "fenced", NamespaceProperty = name },
            Data = new Dictionary<string, string> { [FencedReconciler.Writer] = "", [FencedReconciler.Phase] = FencedReconciler.End, [FencedReconciler.Number] = "0" },
        }, cancellationToken: token);
        return new FencedLease(name, await History<V1ConfigMap>.StartAsync(client, name), await History<V1Lease>.StartAsync(client, name));
    }

    public async ValueTask DisposeAsync()
    {
        await Writes.DisposeAsync();
        await Leases.DisposeAsync();
    }
}
