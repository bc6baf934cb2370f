using System.Reflection;
using KubeBuilderNet.Scaffolding.Naming;

namespace KubeBuilderNet.Scaffolding.Tests;

/// <remarks>Run with <c>KBN_ACCEPT=1</c> to write the list anew when the target framework changes.</remarks>
public sealed class KnownTypesTests
{
    [Fact]
    public void The_list_holds_all_types_that_implicit_usings_bring_in()
    {
        var types = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        AssertList("implicit-types.txt", KnownTypes.ImplicitUsings, Directory.EnumerateFiles(types, "System.*.dll"));
    }

    [Fact]
    public void The_other_list_holds_all_types_that_the_packages_bring_in() => AssertList(
        "package-types.txt", KnownTypes.PackageUsings,
        Directory.EnumerateFiles(AppContext.BaseDirectory, "KubeBuilderNet.*.dll").Append(typeof(k8s.Kubernetes).Assembly.Location)
            .Concat(Directory.EnumerateFiles(AppContext.BaseDirectory, "Microsoft.Extensions.Logging*.dll")));

    [Theory]
    [InlineData("Task", "System.Threading.Tasks.Task")]
    [InlineData("Lock", "System.Threading.Lock")]
    [InlineData("ObjectKey", "ObjectKey")]
    [InlineData("List", null)]
    [InlineData("Captain", null)]
    public void A_kind_is_known_by_its_simple_name(string kind, string? type) => Assert.Equal(type, KnownTypes.Find(kind));

    // No kind is called as Kubernetes' own classes are, V1Pod and such.
    private static void AssertList(string file, IReadOnlyList<string> spaces, IEnumerable<string> assemblies)
    {
        var names = assemblies
            .Select(static path => Assembly.Load(Path.GetFileNameWithoutExtension(path)))
            .SelectMany(static assembly => assembly.GetExportedTypes())
            .Where(type => type is { IsNested: false, IsGenericType: false } && spaces.Contains(type.Namespace))
            .Where(static type => !(type.Name is ['V', >= '0' and <= '9', ..]))
            .Select(static type => type.FullName!)
            .Distinct()
            .Order(StringComparer.Ordinal);
        var list = string.Concat(names.Select(static name => $"{name}\n"));
        var path = Path.Combine(Checkout.Root, "cli", "KubeBuilderNet.Scaffolding", "Naming", file);
        if (Environment.GetEnvironmentVariable("KBN_ACCEPT") == "1")
            File.WriteAllText(path, list);
        Assert.Equal(list, File.ReadAllText(path).ReplaceLineEndings("\n"));
    }
}
