using CsCheck;
using k8s.Models;
using KubeBuilderNet.Caching;

namespace KubeBuilderNet.Runtime.Tests.Caching;

public sealed class IndexerModelTests
{
    [Fact]
    public void Indexes_say_what_a_search_through_all_objects_says() =>
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 3], Gen.Bool).List[0, 80].Sample(steps =>
        {
            var indexer = new Indexer<V1ConfigMap>();
            indexer.AddIndex("colour", Colours);
            var model = new Dictionary<ObjectKey, V1ConfigMap>();
            foreach (var (item, colour, isDelete) in steps)
            {
                var key = Thing.Key($"o{item}", item % 2 == 0 ? "even" : "odd");
                if (isDelete)
                    Assert.Same(model.Remove(key, out var gone) ? gone : null, indexer.Remove(key));
                else
                {
                    var thing = Thing.Of(key.Name, 1, key.Namespace);
                    thing.Data = new Dictionary<string, string> { ["a"] = $"c{colour}", ["b"] = $"c{item % 4}" };
                    indexer.Set(key, model[key] = thing);
                }
                Assert.Same(model.GetValueOrDefault(key), indexer.Find(key));
            }
            for (var colour = 0; colour < 4; colour++)
                Equal(model.Values.Where(thing => Colours(thing).Contains($"c{colour}")), indexer.ByIndex("colour", $"c{colour}"));
            Equal(model.Values.Where(thing => thing.Metadata.NamespaceProperty == "even"), indexer.List("even"));
            Equal(model.Values, indexer.List());
        }, iter: 2000);

    [Fact]
    public async Task Reads_by_key_beside_a_writer_are_neither_lost_nor_mixed_up()
    {
        const int Kept = 64;
        const int Rounds = 60_000;
        var token = TestContext.Current.CancellationToken;
        var indexer = new Indexer<V1ConfigMap>();
        var keys = Enumerable.Range(0, 4 * Kept).Select(i => Thing.Key($"o{i}")).ToArray();
        foreach (var key in keys.Take(Kept))
            indexer.Set(key, Thing.Of(key.Name));
        var isOver = 0;
        var readers = Enumerable.Range(0, 3).Select(seed => Task.Run(() =>
        {
            var random = new Random(seed);
            while (Volatile.Read(ref isOver) == 0)
            {
                var i = random.Next(keys.Length);
                var found = indexer.Find(keys[i]);
                Assert.True(found is not null || i >= Kept, "an object that is always there was not found");
                Assert.True(found is null || found.Metadata.Name == keys[i].Name, "another object was found");
            }
        }, token)).ToArray();
        var writer = new Random(7);
        for (var round = 0; round < Rounds; round++)
        {
            var i = writer.Next(keys.Length);
            if (i < Kept || writer.Next(2) == 0)
                indexer.Set(keys[i], Thing.Of(keys[i].Name, round));
            else
                indexer.Remove(keys[i]);
            // More objects than ever before: the table grows.
            if (round % 100 == 0)
                indexer.Set(Thing.Key($"more-{round}"), Thing.Of($"more-{round}"));
        }
        Volatile.Write(ref isOver, 1);
        await Task.WhenAll(readers);
        Assert.Equal(indexer.Count, indexer.List().Count);
    }

    [Fact]
    public void An_index_added_late_covers_what_is_there_and_a_value_given_twice_counts_once()
    {
        var indexer = new Indexer<V1ConfigMap>();
        for (var i = 0; i < 100; i++)
            indexer.Set(Thing.Key($"o{i}"), Thing.Of($"o{i}", i));
        indexer.AddIndex("version", static item => new List<string> { item.Metadata.ResourceVersion, item.Metadata.ResourceVersion, "all" });
        Assert.Equal("o7", Assert.Single(indexer.ByIndex("version", "7")).Metadata.Name);
        Assert.Equal(100, indexer.ByIndex("version", "all").Count);
        for (var i = 0; i < 99; i++)
            indexer.Remove(Thing.Key($"o{i}"));
        Assert.Equal("o99", Assert.Single(indexer.ByIndex("version", "all")).Metadata.Name);
        Assert.Empty(indexer.ByIndex("version", "7"));
        Assert.Equal("o99", Assert.Single(indexer.List("default")).Metadata.Name);
    }

    [Fact]
    public void An_index_that_is_not_there_is_named_with_those_that_are() =>
        Assert.Contains("namespace", Assert.Throws<InvalidOperationException>(() => new Indexer<V1ConfigMap>().ByIndex("x", "y")).Message, StringComparison.Ordinal);

    private static IEnumerable<string> Colours(V1ConfigMap thing) => thing.Data.Values.Distinct();

    private static void Equal(IEnumerable<V1ConfigMap> expected, IReadOnlyList<V1ConfigMap> actual) =>
        Assert.Equal(expected.Select(thing => thing.Metadata.Name).Order(), actual.Select(thing => thing.Metadata.Name).Order());
}
