using KubeBuilderNet.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Tests.Documentation;

/// <summary>The code of the pages in docs is compiled, page by page, as in a project that kbnet made.</summary>
public sealed class PageTests
{
    // Those of the SDK and of the package, for a project with ImplicitUsings.
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using KubeBuilderNet;
        global using KubeBuilderNet.Annotations;
        """;

    private static readonly MetadataReference[] Extensions =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path).StartsWith("Microsoft.Extensions.", StringComparison.Ordinal))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    public static TheoryData<string> Pages =>
    [
        "docs/clients.md",
        "docs/operator.md",
        .. Directory.GetFiles(Checkout.PathOf("docs", "concepts"), "*.md").Select(static path => $"docs/concepts/{Path.GetFileName(path)}")
            .Where(static page => page != "docs/concepts/README.md").Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_code_of_a_page_compiles(string page) => Compile(page, File.ReadAllText(Checkout.PathOf(page)));

    [Theory]
    [InlineData("var six = 6;\nseven = six;\n", "a.md(8,1): error CS0103")]
    [InlineData("var six = 6;\nConsole.WriteLine(six\n", "a.md(8,22): error CS1026")]
    [InlineData("Console.WriteLine(6);\nint unused = 6;\n", "a.md(8,5): warning CS0219")]
    [InlineData("[CustomResource(\"a\", \"v1\")]\npublic sealed class Widget : CustomResource;\n", "a.md: (7,20)")]
    public void What_is_wrong_is_reported_at_its_line(string code, string message)
    {
        var page = $"# Page\n```csharp\nusing System.Text;\n```\nText\n```csharp\n{code}```\n";
        var failure = Assert.ThrowsAny<Exception>(() => Compile("a.md", page));
        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fences_of_a_page_build_on_each_other() =>
        Compile("a.md", "```csharp\nusing System.Text;\n\nclass Six { public StringBuilder Text = new(); }\n```\n```csharp\nvar six = new Six();\n```\n```csharp\nsix.Text.Clear();\n```\n");

    [Fact]
    public void A_page_without_code_is_a_failure() => Assert.ThrowsAny<Exception>(() => Compile("a.md", "# Page\n```sh\nls\n```\n"));

    private static void Compile(string page, string text)
    {
        var code = PageCode.Read(text);
        string[] sources = code.Statements is null ? [code.Types] : [code.Statements, code.Types];
        var test = new GeneratorTest(sources)
        {
            FilePath = page,
            Usings = ImplicitUsings,
            Libraries = Extensions,
            OutputKind = code.Statements is null ? OutputKind.DynamicallyLinkedLibrary : OutputKind.ConsoleApplication,
        };
        test.Run();
    }
}
