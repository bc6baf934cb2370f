using k8s.Models;
using KubeBuilderNet.Predicates;

namespace KubeBuilderNet.Runtime.Tests.Predicates;

public sealed class PredicateTests
{
    private readonly V1ConfigMap _before = Thing.Of("a");
    private readonly V1ConfigMap _after = Thing.Of("a");

    [Fact]
    public void A_generation_that_stays_is_no_news()
    {
        (_before.Metadata.Generation, _after.Metadata.Generation) = (1, 1);
        Assert.False(Predicate.GenerationChanged.Updated(_before, _after));
        _after.Metadata.Generation = 2;
        Assert.True(Predicate.GenerationChanged.Updated(_before, _after));
        Assert.True(Predicate.GenerationChanged.Added(_after));
        Assert.True(Predicate.GenerationChanged.Deleted(_after));
    }

    [Theory]
    [InlineData(null, null, false)]
    [InlineData(null, "1", true)]
    [InlineData("1", null, true)]
    [InlineData("1", "2", true)]
    [InlineData("1", "1", false)]
    public void Labels_and_annotations_are_compared_by_what_they_say(string? before, string? after, bool isNews)
    {
        (_before.Metadata.Labels, _after.Metadata.Labels) = (Map(before), Map(after));
        (_before.Metadata.Annotations, _after.Metadata.Annotations) = (Map(before), Map(after));
        Assert.Equal(isNews, Predicate.LabelsChanged.Updated(_before, _after));
        Assert.Equal(isNews, Predicate.AnnotationsChanged.Updated(_before, _after));
    }

    [Fact]
    public void A_resync_is_no_new_version()
    {
        Assert.False(Predicate.ResourceVersionChanged.Updated(_before, _before));
        Assert.True(Predicate.ResourceVersionChanged.Updated(_before, Thing.Of("a", 2)));
    }

    [Fact]
    public void Labels_choose_by_the_new_state()
    {
        _after.Metadata.Labels = Map("1");
        var chosen = Predicate.Labels("a in (1,2)");
        Assert.Equal((false, true, true, false), (chosen.Added(_before), chosen.Updated(_before, _after), chosen.Deleted(_after), chosen.Updated(_after, _before)));
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void Predicates_combine_for_every_change(bool first, bool second)
    {
        var (a, b) = (Predicate.Where<V1ConfigMap>(_ => first), Predicate.Where<V1ConfigMap>(_ => second));
        Equal(first && second, a.And(b));
        Equal(first || second, a.Or(b));
        Equal(!first, a.Not());
    }

    [Fact]
    public void Those_of_all_objects_combine_with_those_of_one_class()
    {
        _after.Data = new Dictionary<string, string> { ["x"] = "y" };
        var either = Predicate.WhenChanged<V1ConfigMap>(static (before, after) => before.Data?.Count != after.Data?.Count).Or(Predicate.LabelsChanged);
        Assert.True(either.Updated(_before, _after));
        Assert.False(either.Updated(_before, _before));
    }

    private void Equal(bool expected, IPredicate<V1ConfigMap> predicate) =>
        Assert.Equal((expected, expected, expected), (predicate.Added(_after), predicate.Updated(_before, _after), predicate.Deleted(_after)));

    private static Dictionary<string, string>? Map(string? value) => value is null ? null : new Dictionary<string, string> { ["a"] = value };
}
