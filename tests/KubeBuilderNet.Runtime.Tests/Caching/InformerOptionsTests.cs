using k8s.Models;
using KubeBuilderNet.Caching;
using KubeBuilderNet.Client.Watching;

namespace KubeBuilderNet.Runtime.Tests.Caching;

public sealed class InformerOptionsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Selectors_go_with_lists_and_watches()
    {
        var client = new ScriptedClient().List("10");
        await using var run = new RunningInformer(client, new() { Namespaces = ["one"], LabelSelector = "app=web", FieldSelector = "metadata.name=x" });
        await Eventually.True(() => client.WatchOptions.Count == 1);
        var (list, watch) = (client.ListOptions[0], client.WatchOptions[0]);
        Assert.Equal(("one", "app=web", "metadata.name=x"), (list.Namespace, list.LabelSelector, list.FieldSelector));
        Assert.Equal(("one", "app=web", "metadata.name=x"), (watch.Namespace, watch.LabelSelector, watch.FieldSelector));
    }

    [Fact]
    public async Task Transforms_see_listed_and_watched_objects_and_managed_fields_can_go()
    {
        var client = new ScriptedClient().List("10", Managed("a", 9)).Watch(ScriptedClient.Event(WatchChangeType.Added, Managed("b", 11)), ScriptedClient.Hang);
        await using var run = new RunningInformer(client, new() { Transform = Transforms.DropManagedFields });
        await Eventually.True(() => run.Informer.Lister.List().Count == 2);
        Assert.All(run.Informer.Lister.List(), static map => Assert.Null(map.Metadata.ManagedFields));
    }

    [Fact]
    public async Task An_object_whose_transform_throws_is_reported_and_left_out()
    {
        var client = new ScriptedClient().List("10", Thing.Of("a"), Thing.Of("bad")).Watch(
            ScriptedClient.Event(WatchChangeType.Added, Thing.Of("b", 11)), ScriptedClient.Hang);
        await using var run = new RunningInformer(client, new()
        {
            Transform = static map => map.Metadata.Name == "bad" ? throw new InvalidOperationException("mine") : map,
        });
        await Eventually.True(() => run.Informer.Lister.Find(Thing.Key("b")) is not null);
        Assert.Equal(["a", "b"], run.Informer.Lister.List().Select(static map => map.Metadata.Name).Order(StringComparer.Ordinal));
        Assert.Contains("mine", Assert.Single(run.Informer.Unreadable).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_changes_an_object_of_the_cache_is_told_which_field()
    {
        var thing = Thing.Of("a");
        thing.Metadata.Labels = new Dictionary<string, string> { ["app"] = "web" };
        await using var run = new RunningInformer(new ScriptedClient().List("10", thing), new() { DetectMutations = true });
        await run.Informer.WaitForSyncAsync(Token);
        run.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(run.Running.IsCompleted);
        run.Informer.Lister.Find(Thing.Key("a"))!.Metadata.Labels["app"] = "mine";
        await Eventually.True(() => run.Running.IsCompleted, run.Time);
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => run.Running);
        Assert.Contains("default/a in the cache of V1ConfigMap: metadata.labels.app was \"web\", is \"mine\"", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_operators_caches_take_what_is_said_of_all_and_of_their_kind()
    {
        var options = new CacheOptions { DropManagedFields = true, DetectMutations = true };
        options.For<V1ConfigMap>(static maps => maps.LabelSelector = "app=web").For<V1ConfigMap>(static maps => maps.Transform = Renamed);
        var maps = options.Of<V1ConfigMap>(["one"], ResourceDefinition.Of<V1ConfigMap>().Resource);
        Assert.Equal(("one", "app=web", true), (Assert.Single(maps.Namespaces), maps.LabelSelector, maps.DetectMutations));
        Assert.InRange(maps.ResyncPeriod, TimeSpan.FromHours(9), TimeSpan.FromHours(11));
        var transformed = maps.Transform!(Managed("a", 1));
        Assert.Equal((null, "yes"), (transformed.Metadata.ManagedFields, transformed.Metadata.Labels["renamed"]));
        Assert.Null(options.Of<V1Secret>([], ResourceDefinition.Of<V1Secret>().Resource).LabelSelector);
    }

    private static V1ConfigMap Renamed(V1ConfigMap map)
    {
        map.Metadata.Labels = new Dictionary<string, string> { ["renamed"] = "yes" };
        return map;
    }

    private static V1ConfigMap Managed(string name, int version)
    {
        var map = Thing.Of(name, version);
        map.Metadata.ManagedFields = [new V1ManagedFieldsEntry { Manager = "kubectl" }];
        return map;
    }
}
