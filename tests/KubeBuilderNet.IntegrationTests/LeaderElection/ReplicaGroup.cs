using k8s.Models;
using KubeBuilderNet.Client;
using KubeBuilderNet.FencedOperator;
using KubeBuilderNet.Testing;

namespace KubeBuilderNet.IntegrationTests.LeaderElection;

/// <summary>Replicas that want one Lease, and the server's record of what they do. A leader and two that stand by.</summary>
internal sealed class ReplicaGroup : IAsyncDisposable
{
    private const int Size = 3;
    private const int Patience = 120;
    private readonly List<ReplicaProcess> _replicas = [];
    private readonly ApiServer _server;
    private readonly string _namespace;

    private ReplicaGroup(ApiServer server, string @namespace, History<V1ConfigMap> writes, History<V1Lease> leases) =>
        (_server, _namespace, Writes, Leases) = (server, @namespace, writes, leases);

    internal History<V1ConfigMap> Writes { get; }

    internal History<V1Lease> Leases { get; }

    /// <summary>All that were ever started.</summary>
    internal IReadOnlyList<ReplicaProcess> Replicas => _replicas;

    /// <summary>Who wrote last, if it is alive.</summary>
    private ReplicaProcess? Leader => Writes.Last?.Data[FencedReconciler.Writer] is { } name ? _replicas.Find(replica => replica.Name == name && replica.IsAlive) : null;

    internal static async Task<ReplicaGroup> StartAsync(ApiServer server, IClient client)
    {
        var token = TestContext.Current.CancellationToken;
        var name = "r" + Guid.NewGuid().ToString("n")[..8];
        await client.CreateAsync(new V1Namespace { Metadata = new V1ObjectMeta { Name = name } }, cancellationToken: token);
        await client.CreateAsync(new V1ConfigMap
        {
            Metadata = new V1ObjectMeta { Name = "fenced", NamespaceProperty = name },
            Data = new Dictionary<string, string> { [FencedReconciler.Writer] = "", [FencedReconciler.Phase] = FencedReconciler.End, [FencedReconciler.Number] = "0" },
        }, cancellationToken: token);
        var group = new ReplicaGroup(server, name, await History<V1ConfigMap>.StartAsync(client, name), await History<V1Lease>.StartAsync(client, name));
        group.Fill();
        return group;
    }

    /// <summary>Waits until one leads and another stands by.</summary>
    internal async Task<ReplicaProcess> LeaderAsync()
    {
        ReplicaProcess? leader = null;
        await Eventually.True(() =>
        {
            Fill();
            return (leader = Leader) is not null && _replicas.Exists(replica => replica != leader && replica.StandsBy);
        }, Patience);
        return leader!;
    }

    /// <summary>Waits until another than this one leads, and starts whatever is missing meanwhile.</summary>
    internal Task SucceedAsync(ReplicaProcess leader) => Eventually.True(() =>
    {
        Fill();
        return Writes.Last!.Data[FencedReconciler.Writer] != leader.Name;
    }, Patience);

    public async ValueTask DisposeAsync()
    {
        foreach (var replica in _replicas)
            replica.Dispose();
        await Writes.DisposeAsync();
        await Leases.DisposeAsync();
    }

    private void Fill()
    {
        while (_replicas.Count(static replica => replica.IsAlive) < Size)
            _replicas.Add(ReplicaProcess.Start(_server, _namespace, $"replica-{_replicas.Count}"));
    }
}
