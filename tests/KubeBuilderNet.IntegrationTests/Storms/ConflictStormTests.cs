using System.Text.Json.Nodes;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Errors;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KubeBuilderNet.IntegrationTests.Storms;

/// <summary>Eight writers change twenty objects as fast as they can, while the operator writes by the versions that it has read.</summary>
[Collection(SharedKubernetes.Name)]
public sealed class ConflictStormTests(KubernetesFixture fixture) : NamespacedTests(fixture)
{
    private const int Objects = 20;
    private const int Writers = 8;
    private const int Writes = 75;

    // The wait doubles from 5 ms, so that this many tries from one state take over a minute.
    private const int MostTries = 14;

    private readonly Tally _tally = new();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Server.InstallAsync(Widget.Definition());
    }

    [Fact]
    public async Task After_a_storm_of_conflicts_everything_is_as_wanted_and_nothing_was_done_in_vain_for_long()
    {
        var begin = (await Client.ListPageAsync<Widget>(new ListOptions { Namespace = Namespace }, Token)).ResourceVersion;
        await using var running = await TestOperator.StartAsync(Server, Namespace, operators =>
        {
            operators.Services.AddSingleton(_tally);
            operators.AddController<Widget, Stamper>(static controller => controller.WithOptions(static options => options.MaxConcurrentReconciles = 4));
        });
        for (var index = 0; index < Objects; index++)
            await Client.CreateAsync(Make(index), cancellationToken: Token);
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(StormAsync));
        await Eventually.True(async () => (await Client.ListPageAsync<Widget>(new ListOptions { Namespace = Namespace }, Token)).Items
            .All(static widget => Stamper.IsStamped(widget) && Stamper.HasReported(widget)), 120);

        var end = await MarkAsync();
        var events = await EventsAsync(begin, end);
        var conflicts = _tally.Conflicts.ToArray();
        TestContext.Current.SendDiagnosticMessage($"{events} events, {_tally.Reconciles} reconciles, {conflicts.Length} conflicts");
        Assert.NotEmpty(conflicts);
        Assert.InRange(_tally.Reconciles, Objects, events + conflicts.Length);
        Assert.All(conflicts.CountBy(static conflict => conflict), static tries => Assert.InRange(tries.Value, 1, MostTries));
        Assert.Equal(conflicts.Length, running.Log.Count(static line => line is (LogLevel.Information, var message) && message.Contains("was changed by another meanwhile", StringComparison.Ordinal)));
        Assert.DoesNotContain(running.Log, static line => line.Level > LogLevel.Information);
    }

    private async Task StormAsync(int writer)
    {
        var random = new Random(writer);
        for (var round = 0; round < Writes; round++)
        {
            var key = Key($"widget-{random.Next(Objects)}");
            if (round % 3 == 0)
                await Client.PatchAsync<Widget>(key, Patch.Merge(new JsonObject { ["spec"] = new JsonObject { ["size"] = $"{writer}-{round}" } }), cancellationToken: Token);
            else if (round % 3 == 1)
                await Client.PatchStatusAsync<Widget>(key, new JsonObject { ["phase"] = $"disturbed by {writer}-{round}" }, Token);
            else
                await UpdateAsync(key, $"{writer}-{round}");
        }
    }

    private async Task UpdateAsync(ObjectKey key, string size)
    {
        var widget = await Client.GetAsync<Widget>(key, Token);
        widget.Spec.Size = size;
        try
        {
            await Client.UpdateAsync(widget, cancellationToken: Token);
        }
        catch (KubernetesApiException e) when (e.IsConflict)
        {
            // The storm goes on all the same.
        }
    }

    // One more object: when the operator has done with it, all that was queued before has been reconciled.
    private async Task<string> MarkAsync()
    {
        var mark = await Client.CreateAsync(Make(Objects), cancellationToken: Token);
        await Eventually.True(async () => Stamper.HasReported(mark = await Client.GetAsync<Widget>(ObjectKey.Of(mark), Token)));
        return mark.Metadata.ResourceVersion;
    }

    private async Task<int> EventsAsync(string begin, string end)
    {
        var events = 0;
        await foreach (var change in Client.WatchAsync<Widget>(new WatchOptions { Namespace = Namespace, ResourceVersion = begin }, Token))
        {
            events++;
            if (change.ResourceVersion == end)
                break;
        }
        return events;
    }

    private Widget Make(int index) => new() { Metadata = Named($"widget-{index}"), Spec = new WidgetSpec { Size = "first" } };
}
