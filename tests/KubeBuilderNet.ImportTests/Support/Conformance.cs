namespace KubeBuilderNet.ImportTests.Support;

/// <summary>The definitions that other projects ship, imported and built once for all tests.</summary>
internal static class Conformance
{
    private static readonly string Folder = Path.Combine(Checkout.Root, "..", "shared", "conformance");

    private static readonly Lazy<IReadOnlyList<(string File, Imported Imported)>> Imports = new(() =>
        [.. Files().Select(file => (Path.GetFileName(file), Imported.From(Path.GetFileName(file), File.ReadAllText(file))))]);

    /// <summary>All of them; skips the test where they are not at hand.</summary>
    public static IReadOnlyList<(string File, Imported Imported)> All
    {
        get
        {
            Assert.SkipUnless(Directory.Exists(Folder), "the definitions to compare with are not beside the checkout");
            return Imports.Value;
        }
    }

    private static IEnumerable<string> Files() => Directory.EnumerateFiles(Path.Combine(Folder, "crds"), "*.yaml", SearchOption.AllDirectories)
        .Concat(Directory.EnumerateFiles(Path.Combine(Folder, "controller-gen"), "*_*.yaml"))
        .Order(StringComparer.Ordinal);
}
