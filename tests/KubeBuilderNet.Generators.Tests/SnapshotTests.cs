using System.Reflection;

namespace KubeBuilderNet.Generators.Tests;

public sealed class SnapshotTests
{
    [Fact]
    public void Every_snapshot_belongs_to_a_test()
    {
        var tests = typeof(SnapshotTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods().Where(method => method.GetCustomAttribute<FactAttribute>() is not null)
                .Select(method => $"{type.Name}.{method.Name}"))
            .ToHashSet(StringComparer.Ordinal);
        var dangling = Directory.EnumerateFiles(Checkout.Snapshots, "*.verified.*")
            .Select(Path.GetFileName)
            .Where(name => !tests.Contains(name!.Split('#')[0].Split(".verified.")[0]));
        Assert.Empty(dangling);
    }
}
