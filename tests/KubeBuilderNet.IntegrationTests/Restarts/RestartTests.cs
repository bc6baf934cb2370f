using System.Text;
using System.Text.Json.Nodes;
using k8s.Models;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Errors;
using KubeBuilderNet.IntegrationTests.Owning;
using KubeBuilderNet.Testing;

namespace KubeBuilderNet.IntegrationTests.Restarts;

public sealed class RestartFixture() : ServerFixture(new ApiServerOptions());

/// <summary>The API server is killed and started again while objects are created and changed.</summary>
public sealed class RestartTests(RestartFixture fixture) : NamespacedTests(fixture), IClassFixture<RestartFixture>
{
    private const int Objects = 200;
    private const int Changes = 4;
    private const int Writers = 4;
    private const int Restarts = 3;
    private int _written;

    [Fact]
    public async Task After_three_restarts_under_load_everything_is_as_wanted()
    {
        await using var running = await TestOperator.StartAsync(Server, Namespace, static operators =>
            operators.AddController<V1ConfigMap, Keeper>(static controller => controller.Owns<V1Secret>().WithOptions(static options => options.MaxConcurrentReconciles = 4)));
        var writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(WriteAsync));
        for (var restart = 1; restart <= Restarts; restart++)
        {
            var enough = Objects * Changes * restart / (Restarts + 1);
            await Eventually.True(() => Volatile.Read(ref _written) > enough || writing.IsFaulted);
            await Server.RestartAsync(Token);
        }
        await writing;

        await Eventually.True(async () => await WrongAsync() is []);
        Assert.True(running.IsRunning);
        // Both kinds are still watched.
        await Client.DeleteAsync<V1Secret>(Key("object-0"), cancellationToken: Token);
        await Client.PatchAsync<V1ConfigMap>(Key("object-1"), Text("changed once more"), cancellationToken: Token);
        await Eventually.True(async () => await WrongAsync() is []);
        Assert.Equal("changed once more", Encoding.UTF8.GetString((await Client.GetAsync<V1Secret>(Key("object-1"), Token)).Data[Keeper.Field]));
    }

    // What of the ConfigMaps and their Secrets doesn't fit.
    private async Task<List<string>> WrongAsync()
    {
        var maps = (await Client.ListAsync<V1ConfigMap>(new ListOptions { Namespace = Namespace }, Token)).Items;
        var secrets = (await Client.ListAsync<V1Secret>(new ListOptions { Namespace = Namespace }, Token)).Items.ToDictionary(static secret => secret.Metadata.Name);
        Assert.Equal(Objects, maps.Count);
        return [.. maps.Where(map => !secrets.TryGetValue(map.Metadata.Name, out var secret) || Encoding.UTF8.GetString(secret.Data[Keeper.Field]) != map.Data[Keeper.Field])
            .Select(static map => map.Metadata.Name)];
    }

    private async Task WriteAsync(int writer)
    {
        for (var change = 0; change < Changes; change++)
        {
            for (var index = writer; index < Objects; index += Writers)
            {
                await PersistAsync(change, $"object-{index}");
                Interlocked.Increment(ref _written);
            }
        }
    }

    // Until the server has taken it: whether it has is not known when a connection breaks.
    private Task PersistAsync(int change, string name) => Eventually.True(async () =>
    {
        try
        {
            if (change == 0)
                await Client.CreateAsync(new V1ConfigMap { Metadata = Named(name), Data = new Dictionary<string, string> { [Keeper.Field] = "0" } }, cancellationToken: Token);
            else
                await Client.PatchAsync<V1ConfigMap>(Key(name), Text($"{change}"), cancellationToken: Token);
            return true;
        }
        catch (KubernetesApiException e) when (e.IsAlreadyExists)
        {
            return true;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or KubernetesApiException { IsForbidden: false })
        {
            return false;
        }
    });

    private static Patch Text(string text) => Patch.Merge(new JsonObject { ["data"] = new JsonObject { [Keeper.Field] = text } });
}
