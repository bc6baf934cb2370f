using System.Reflection;

namespace KubeBuilderNet.Tests;

/// <summary>The checkout that the tests were built from. Part of every test project: see eng/Tests.props.</summary>
internal static class Checkout
{
    internal static string Root { get; } = typeof(Checkout).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    /// <summary>A path of this checkout.</summary>
    internal static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Where this test project keeps its snapshots.</summary>
    internal static string Snapshots { get; } = PathOf("tests", typeof(Checkout).Assembly.GetName().Name!, "_snapshots");
}
