using System.Text;
using System.Text.Json.Nodes;
using k8s.Models;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Errors;

namespace KubeBuilderNet.Runtime.Tests.Endurance;

/// <summary>Who wants things, and who spoils what the operator keeps.</summary>
internal sealed class User(int seed, World world)
{
    private const int Most = 200;
    private readonly Random _random = new(seed);
    private int _names;

    /// <summary>How many changes there were.</summary>
    internal int Changes { get; private set; }

    /// <summary>Creates, changes or deletes an object; at times many at once.</summary>
    internal async Task ActAsync()
    {
        for (var left = _random.Next(100) == 0 ? 30 : 1; left > 0; left--)
        {
            Changes++;
            var maps = world.Maps();
            try
            {
                if (maps.Count == 0 || maps.Count < Most && _random.Next(10) < 3)
                    await CreateAsync();
                else if (_random.Next(10) < 3)
                    await world.Server.DeleteAsync<V1ConfigMap>(maps[_random.Next(maps.Count)]);
                else
                    await ChangeAsync(maps[_random.Next(maps.Count)]);
            }
            catch (KubernetesApiException e) when (e.IsAlreadyExists || e.IsNotFound)
            {
                // It is on its way out still, or gone.
            }
        }
    }

    /// <summary>Touches what the operator has given up.</summary>
    internal async Task RemindAsync()
    {
        while (world.GivenUp.TryDequeue(out var key))
        {
            if (world.IsThere(key))
                await world.Server.PatchAsync<V1ConfigMap>(key, Patch.Merge(new() { ["metadata"] = new JsonObject { ["labels"] = new JsonObject { ["touched"] = Want() } } }));
        }
    }

    /// <summary>Another's mistake: a secret is deleted, emptied, or taken from its owner.</summary>
    internal async Task SpoilAsync()
    {
        var maps = world.Maps();
        if (maps.Count == 0)
            return;
        var key = maps[_random.Next(maps.Count)];
        try
        {
            if (_random.Next(3) == 0)
                await world.Server.DeleteAsync<V1Secret>(key);
            else
                await world.Server.PatchAsync<V1Secret>(key, Patch.Merge(_random.Next(2) == 0
                    ? new() { ["metadata"] = new JsonObject { ["ownerReferences"] = null } }
                    : new() { ["data"] = new JsonObject { [Modes.Got] = Convert.ToBase64String(Encoding.UTF8.GetBytes("spoilt")) } }));
        }
        catch (KubernetesApiException e) when (e.IsNotFound)
        {
            // Not made yet.
        }
    }

    /// <summary>Deletes secrets without an owner, as a cluster does.</summary>
    internal async Task CollectAsync()
    {
        foreach (var orphan in world.Orphans())
            await world.Server.DeleteAsync<V1Secret>(orphan);
    }

    /// <summary>Deletes events that are an hour old, as a cluster does.</summary>
    internal async Task ExpireEventsAsync(DateTimeOffset now)
    {
        foreach (var old in (await world.Server.ListPageAsync<Eventsv1Event>()).Items.Where(item => item.EventTime < (now - TimeSpan.FromHours(1)).UtcDateTime))
            await world.Server.DeleteAsync<Eventsv1Event>(ObjectKey.Of(old));
    }

    // Mostly a name that never was; now and then one that has just been.
    private Task<V1ConfigMap> CreateAsync() => world.Server.CreateAsync(new V1ConfigMap
    {
        Metadata = new V1ObjectMeta { Name = _random.Next(5) == 0 && _names > 100 ? $"map-{_names - _random.Next(100)}" : $"map-{++_names}", NamespaceProperty = "default" },
        Data = new Dictionary<string, string> { [Modes.Want] = Want(), [Modes.Mode] = Modes.All[_random.Next(Modes.All.Length)] },
    });

    private Task<V1ConfigMap> ChangeAsync(ObjectKey key) => world.Server.PatchAsync<V1ConfigMap>(key, Patch.Merge(_random.Next(4) switch
    {
        0 => new() { ["metadata"] = new JsonObject { ["labels"] = new JsonObject { ["touched"] = Want() } } },
        1 => new() { ["data"] = new JsonObject { [Modes.Mode] = Modes.All[_random.Next(Modes.All.Length)] } },
        _ => new() { ["data"] = new JsonObject { [Modes.Want] = Want() } },
    }));

    private string Want() => $"w{_random.Next(1_000_000)}";
}
