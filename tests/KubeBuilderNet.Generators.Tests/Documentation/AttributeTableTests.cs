using KubeBuilderNet.Annotations;
using KubeBuilderNet.Generators.Tests.Infrastructure;

namespace KubeBuilderNet.Generators.Tests.Documentation;

/// <summary>docs/attributes.md: every marker of controller-gen, every attribute, and the YAML that comes of them.</summary>
/// <remarks>Run with <c>KBN_ACCEPT=1</c> to write it anew.</remarks>
public sealed class AttributeTableTests
{
    private static readonly string Page = Checkout.PathOf("docs", "attributes.md");

    // The names that controller-gen registers for definitions, roles and webhooks.
    private const string Markers = """
        groupName versionName kubebuilder:skip kubebuilder:resource kubebuilder:subresource:status kubebuilder:subresource:scale kubebuilder:printcolumn
        kubebuilder:storageversion kubebuilder:skipversion kubebuilder:unservedversion kubebuilder:deprecatedversion kubebuilder:metadata
        kubebuilder:selectablefield kubebuilder:externalDocs kubebuilder:validation:Optional optional k8s:optional kubebuilder:validation:Required required
        k8s:required nullable kubebuilder:default default kubebuilder:example kubebuilder:validation:EmbeddedResource kubebuilder:validation:Schemaless
        k8s:immutable k8s:enum kubebuilder:validation:AtMostOneOf kubebuilder:validation:ExactlyOneOf kubebuilder:validation:AtLeastOneOf
        kubebuilder:pruning:PreserveUnknownFields kubebuilder:title listType k8s:listType listMapKey k8s:listMapKey mapType structType
        kubebuilder:rbac kubebuilder:webhookconfiguration kubebuilder:webhook
        """;

    private const string OfValuesAndItems = """
        Maximum Minimum ExclusiveMaximum ExclusiveMinimum MultipleOf MinLength MaxLength Pattern MinItems MaxItems UniqueItems MinProperties MaxProperties
        Enum Format Type XPreserveUnknownFields XEmbeddedResource XIntOrString XValidation
        """;

    [Fact]
    public void The_page_is_what_the_generators_write()
    {
        var written = new AttributeTable(AttributeExample.Parse(TestData.Read("attribute-examples.txt"))).Write();
        if (Environment.GetEnvironmentVariable("KBN_ACCEPT") == "1")
            File.WriteAllText(Page, written);
        Assert.Equal(File.ReadAllText(Page).ReplaceLineEndings("\n"), written);
    }

    [Fact]
    public void Every_marker_is_in_it()
    {
        var known = Words(Markers).Concat(Words(OfValuesAndItems).SelectMany(name => new[] { $"kubebuilder:validation:{name}", $"kubebuilder:validation:items:{name}" }));
        var page = File.ReadAllText(Page);
        Assert.All(known, marker => Assert.Contains($"`+{marker}`", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_attribute_is_in_it()
    {
        var page = File.ReadAllText(Page);
        var attributes = typeof(CustomResourceAttribute).Assembly.GetExportedTypes()
            .Where(type => type.Namespace == typeof(CustomResourceAttribute).Namespace && type.IsSubclassOf(typeof(Attribute)) && !type.IsAbstract)
            .Select(type => type.Name.Split('`')[0][..^"Attribute".Length])
            .Distinct();
        Assert.All(attributes, name => Assert.Matches($@"[\[ ]{name}[\]\(<,]", page));
    }

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
