using System.Text.Json.Nodes;
using k8s.Models;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Errors;

namespace KubeBuilderNet.Runtime.Tests.Endurance;

/// <summary>What befalls the server and the replicas beside the faults of single requests.</summary>
internal sealed class Trouble(World world, Weather weather, Replicas replicas, Agenda agenda, SteadyTime time)
{
    /// <summary>What was asked for too often while the server was down.</summary>
    internal List<string> Faults { get; } = [];

    internal void Begin()
    {
        Every(TimeSpan.FromMinutes(10), () => weather.Cut());
        Every(TimeSpan.FromMinutes(40), Forget);
        Every(TimeSpan.FromHours(1.5), GoDown);
        Every(TimeSpan.FromHours(3), () => replicas.Living[weather.Next(replicas.Living.Count)].Stop());
        Every(TimeSpan.FromHours(4), CutOff);
        Every(TimeSpan.FromHours(6), () => replicas.Stop());
        agenda.Every(TimeSpan.FromHours(5), () => weather.IsCalm ? Task.CompletedTask : StealAsync());
    }

    /// <summary>All is well again.</summary>
    internal void End()
    {
        weather.IsCalm = true;
        replicas.Living.ForEach(static replica => replica.IsCutOff = false);
    }

    private void Every(TimeSpan mean, Action act) => agenda.Every(mean, () =>
    {
        if (!weather.IsCalm && replicas.Living.Count > 0)
            act();
        return Task.CompletedTask;
    });

    private void Forget()
    {
        world.Server.Forget();
        weather.Cut(null, WatchCut.Broken);
    }

    private void GoDown()
    {
        if (weather.IsDown)
            return;
        var (before, started, begun) = (replicas.Living.ToDictionary(static replica => replica, static replica => new Outage(replica)), replicas.Started, time.GetUtcNow());
        weather.IsDown = true;
        weather.Cut(null, WatchCut.Broken);
        agenda.In(agenda.Between(10, 400), () =>
        {
            weather.IsDown = false;
            foreach (var replica in replicas.Living)
                Faults.AddRange((before.GetValueOrDefault(replica) ?? Outage.Of(replica.Name)).TooMuch(replica, time.GetUtcNow() - begun));
        });
    }

    private void CutOff()
    {
        var replica = replicas.Living[weather.Next(replicas.Living.Count)];
        replica.IsCutOff = true;
        weather.Cut(replica.Name, WatchCut.Silent);
        agenda.In(agenda.Between(20, 300), () => replica.IsCutOff = false);
    }

    private async Task StealAsync()
    {
        try
        {
            await world.Server.PatchAsync<V1Lease>(Replica.Lease, Patch.Merge(new() { ["spec"] = new JsonObject { ["holderIdentity"] = "thief" } }));
        }
        catch (KubernetesApiException e) when (e.IsNotFound)
        {
            // Nobody has led yet.
        }
    }
}
