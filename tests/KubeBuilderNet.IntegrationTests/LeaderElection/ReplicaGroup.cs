using KubeBuilderNet.Testing;

namespace KubeBuilderNet.IntegrationTests.LeaderElection;

/// <summary>Processes that want the same Leases. One that ends is replaced.</summary>
internal sealed class ReplicaGroup : IAsyncDisposable
{
    private const int Patience = 120;
    private readonly List<ReplicaProcess> _replicas = [];
    private readonly ApiServer _server;
    private readonly int _size;

    private ReplicaGroup(ApiServer server, int size, IReadOnlyList<FencedLease> leases) => (_server, _size, Leases) = (server, size, leases);

    internal IReadOnlyList<FencedLease> Leases { get; }

    /// <summary>All that were ever started.</summary>
    internal IReadOnlyList<ReplicaProcess> Replicas => _replicas;

    private List<ReplicaProcess> Alive => _replicas.FindAll(static replica => replica.IsAlive);

    /// <summary>Starts a number of processes that want a number of Leases.</summary>
    internal static async Task<ReplicaGroup> StartAsync(ApiServer server, int size, int leases)
    {
        var client = server.CreateClient();
        return new ReplicaGroup(server, size, await Task.WhenAll(Enumerable.Range(0, leases).Select(_ => FencedLease.MakeAsync(client))));
    }

    /// <summary>Waits until each Lease is led and all others stand by; who leads most, and what.</summary>
    internal async Task<(ReplicaProcess Leader, IReadOnlyList<FencedLease> Led)> LeaderAsync()
    {
        await Eventually.True(async () =>
        {
            foreach (var broken in Alive.FindAll(static replica => replica.HasLost))
                await broken.KillAsync();
            Fill();
            var alive = Alive;
            return alive.TrueForAll(static replica => replica.IsReady) && Leases.All(lease => alive.Exists(replica => replica.Name == lease.Writer));
        }, Patience);
        var leader = Alive.MaxBy(LedBy)!;
        return (leader, [.. Leases.Where(lease => lease.Writer == leader.Name)]);

        int LedBy(ReplicaProcess replica) => Leases.Count(lease => lease.Writer == replica.Name);
    }

    /// <summary>Waits until others lead what one led; replaces who has ended meanwhile.</summary>
    internal Task SucceedAsync(ReplicaProcess leader, IReadOnlyList<FencedLease> led) => Eventually.True(() =>
    {
        Fill();
        return led.All(lease => lease.Writer != leader.Name);
    }, Patience);

    public async ValueTask DisposeAsync()
    {
        foreach (var replica in _replicas)
            replica.Dispose();
        foreach (var lease in Leases)
            await lease.DisposeAsync();
    }

    private void Fill()
    {
        while (Alive.Count < _size)
            _replicas.Add(ReplicaProcess.Start(_server, [.. Leases.Select(static lease => lease.Namespace)], $"replica-{_replicas.Count}"));
    }
}
