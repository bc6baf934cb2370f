using System.Reflection;
using KubeBuilderNet.Scaffolding.Naming;

namespace KubeBuilderNet.Scaffolding.Tests;

/// <remarks>Run with <c>KBN_ACCEPT=1</c> to write the list anew when the target framework changes.</remarks>
public sealed class KnownTypesTests
{
    private static string File => Path.Combine(Checkout.Root, "cli", "KubeBuilderNet.Scaffolding", "Naming", "implicit-types.txt");

    [Fact]
    public void The_list_holds_all_types_that_implicit_usings_bring_in()
    {
        var types = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var names = Directory.EnumerateFiles(types, "System.*.dll")
            .Select(static path => Assembly.Load(Path.GetFileNameWithoutExtension(path)))
            .SelectMany(static assembly => assembly.GetExportedTypes())
            .Where(static type => type is { IsNested: false, IsGenericType: false } && KnownTypes.ImplicitUsings.Contains(type.Namespace))
            .Select(static type => type.FullName!)
            .Distinct()
            .Order(StringComparer.Ordinal);
        var list = string.Concat(names.Select(static name => $"{name}\n"));
        if (Environment.GetEnvironmentVariable("KBN_ACCEPT") == "1")
            System.IO.File.WriteAllText(File, list);
        Assert.Equal(list, System.IO.File.ReadAllText(File).ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("Task", "System.Threading.Tasks.Task")]
    [InlineData("Lock", "System.Threading.Lock")]
    [InlineData("ObjectKey", "ObjectKey")]
    [InlineData("List", null)]
    [InlineData("Captain", null)]
    public void A_kind_is_known_by_its_simple_name(string kind, string? type) => Assert.Equal(type, KnownTypes.Find(kind));
}
