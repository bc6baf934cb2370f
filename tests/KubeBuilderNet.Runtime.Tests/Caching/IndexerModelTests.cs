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
    public void An_index_that_is_not_there_is_named_with_those_that_are() =>
        Assert.Contains("namespace", Assert.Throws<InvalidOperationException>(() => new Indexer<V1ConfigMap>().ByIndex("x", "y")).Message, StringComparison.Ordinal);

    private static IEnumerable<string> Colours(V1ConfigMap thing) => thing.Data.Values.Distinct();

    private static void Equal(IEnumerable<V1ConfigMap> expected, IReadOnlyList<V1ConfigMap> actual) =>
        Assert.Equal(expected.Select(thing => thing.Metadata.Name).Order(), actual.Select(thing => thing.Metadata.Name).Order());
}
