using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using KubeBuilderNet.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Tests;

/// <summary>Types of another project, of which the compiler has metadata only.</summary>
public sealed class ReferencedTypeTests
{
    private const string Resource = """
        [CustomResource("a.example.com", "v1")] public sealed partial class Widget : CustomResource<Library.Spec>;
        """;

    private const string Library = """
        namespace Library;

        /// <summary>What is
        /// wanted.</summary>
        [CelRule("self.count > 0")]
        public sealed class Spec
        {
            /// <summary>
            /// A name:
            ///   indented.
            /// </summary>
            [Pattern("^a"), MaxLength(9)] public required string Name { get; set; }

            [Range(1, 5)] public int Count { get; set; } = 3;

            [Default("\"x\""), Immutable] public string Text { get; set; } = "x";

            [Required, JsonPropertyName("COLOR")] public Color? Color { get; set; }

            [JsonIgnore] public int Ignored { get; set; }

            public List<Inner>? Inners { get; set; }
        }

        public enum Color { Red, [JsonStringEnumMemberName("dark-blue")] DarkBlue }

        public record Inner(int A, string? B);
        """;

    [Fact]
    public void Attributes_and_required_count_as_in_source_but_initializers_cannot_be_seen()
    {
        var spec = Run(Library).Property().GetRawText();
        const string expected = """
            {"properties":{
              "COLOR":{"enum":["Red","dark-blue"],"type":"string"},
              "count":{"format":"int32","maximum":5,"minimum":1,"type":"integer"},
              "inners":{"items":{"properties":{"a":{"format":"int32","type":"integer"},"b":{"type":"string"}},"type":"object"},"type":"array"},
              "name":{"maxLength":9,"pattern":"^a","type":"string"},
              "text":{"default":"x","type":"string","x-kubernetes-validations":[{"message":"field is immutable","rule":"self == oldSelf"}]}},
             "required":["COLOR","name"],"type":"object",
             "x-kubernetes-validations":[{"message":"field text is immutable once set","rule":"!has(oldSelf.text) || has(self.text)"},{"rule":"self.count > 0"}]}
            """;
        Assert.Equal(JsonNode.Parse(expected)!.ToJsonString(), JsonNode.Parse(spec)!.ToJsonString());
    }

    [Fact]
    public void Words_come_from_the_documentation_file_beside_the_assembly()
    {
        var result = Run(Library, withDocumentation: true);
        Assert.Equal("What is\nwanted.", result.Property().GetProperty("description").GetString());
        Assert.Equal("A name:\n  indented.", result.Property("name").GetProperty("description").GetString());
    }

    [Fact]
    public void Classes_in_a_namespace_of_the_platform_are_told_from_its_own()
    {
        const string library = "namespace System.Widgets { public class Spec { public System.Collections.Generic.List<Inner>? Inners { get; set; } } public class Inner { public string? A { get; set; } } }";
        const string resource = """[CustomResource("a.example.com", "v1")] public sealed partial class Widget : CustomResource<System.Widgets.Spec>;""";
        foreach (var result in new[] { Run(library, resource: resource), GeneratorTest.Run(resource + library) })
        {
            Assert.Equal("string", result.Property("inners").GetProperty("items").GetProperty("properties").GetProperty("a").GetProperty("type").GetString());
            Assert.Contains(result.Sources.Values, source => source.Contains("item?.DeepCopy()", StringComparison.Ordinal));
        }
    }

    private static GeneratorResult Run(string library, bool withDocumentation = false, string resource = Resource)
    {
        using var assembly = new MemoryStream();
        using var documentation = new MemoryStream();
        var emitted = new GeneratorTest(library) { DocumentationMode = DocumentationMode.Diagnose }.Compile()
            .WithAssemblyName("Library")
            .Emit(assembly, xmlDocumentationStream: documentation, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));
        var reference = MetadataReference.CreateFromImage(
            assembly.ToArray(), documentation: withDocumentation ? new DocumentationFile(XDocument.Parse(System.Text.Encoding.UTF8.GetString(documentation.ToArray()), LoadOptions.PreserveWhitespace)) : null);
        return new GeneratorTest(resource) { Libraries = [reference] }.Run();
    }

    /// <summary>Members as the compiler reads them from the file beside an assembly.</summary>
    private sealed class DocumentationFile(XDocument file) : DocumentationProvider
    {
        protected override string? GetDocumentationForSymbol(string documentationMemberID, CultureInfo preferredCulture, CancellationToken cancellationToken = default) =>
            file.Descendants("member").FirstOrDefault(member => (string?)member.Attribute("name") == documentationMemberID)?.ToString(SaveOptions.DisableFormatting);

        public override bool Equals(object? obj) => ReferenceEquals(this, obj);

        public override int GetHashCode() => 1;
    }
}
