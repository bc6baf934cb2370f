using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace KubeBuilderNet.Generators.CodeFixes.Tests;

public sealed partial class FixTests
{
    private const string Widget = "[CustomResource(\"a.example.com\", \"v1\")] public partial class Widget : CustomResource<Spec>;\n";

    [Theory]
    [InlineData("public sealed class Widget : CustomResource<Spec>;", "public sealed partial class Widget : CustomResource<Spec>;")]
    [InlineData("class Widget : CustomResource<Spec>;", "partial class Widget : CustomResource<Spec>;")]
    public Task A_class_is_made_partial(string before, string after)
    {
        const string rest = "\npublic class Spec { public string? A { get; set; } }";
        const string attribute = "/// <summary>A widget.</summary>\n[CustomResource(\"a.example.com\", \"v1\")]\n";
        return FixTest.AssertAsync(new AddPartialFix(), "KBN0001", attribute + before + rest, attribute + after + rest);
    }

    [Fact]
    public Task All_classes_around_it_are_made_partial() => FixTest.AssertAllAsync(
        new AddPartialFix(),
        "KBN0001",
        "public class A { [CustomResource(\"a.example.com\", \"v1\")] public class Widget : CustomResource<Spec>; }\npublic class B { [CustomResource(\"a.example.com\", \"v2\")] public class Widget : CustomResource<Spec>; }\npublic class Spec { }",
        "public partial class A { [CustomResource(\"a.example.com\", \"v1\")] public partial class Widget : CustomResource<Spec>; }\npublic partial class B { [CustomResource(\"a.example.com\", \"v2\")] public partial class Widget : CustomResource<Spec>; }\npublic class Spec { }");

    [Theory]
    [InlineData("[UniqueItems] public List<string>? A { get; set; }", "[ListType(ListType.Set)] public List<string>? A { get; set; }")]
    [InlineData("[MinItems(1), UniqueItems(At = \"items\")] public List<List<string>>? A { get; set; }", "[MinItems(1), ListType(ListType.Set, At = \"items\")] public List<List<string>>? A { get; set; }")]
    public Task Unique_items_become_a_set(string before, string after) => OfSpecAsync(new UseListTypeSetFix(), "KBN0032", before, after);

    [Theory]
    [InlineData("KBN0007", "/// <summary>Doc.</summary>\n    [MinItems(1)]\n    public string? A { get; set; }", "/// <summary>Doc.</summary>\n    public string? A { get; set; }")]
    [InlineData("KBN0007", "[MinimumLength(1), MinItems(1)] public string? A { get; set; }", "[MinimumLength(1)] public string? A { get; set; }")]
    [InlineData("KBN0007", "[MinimumLength(1)]\n    [MinItems(1)]\n    public string? A { get; set; }", "[MinimumLength(1)]\n    public string? A { get; set; }")]
    [InlineData("KBN0039", "[Pattern(\"a\"), Pattern(\"b\")] public string? A { get; set; }", "[Pattern(\"a\")] public string? A { get; set; }")]
    public Task An_attribute_that_does_not_apply_is_removed(string id, string before, string after) => OfSpecAsync(new RemoveAttributeFix(), id, before, after);

    [Fact]
    public Task All_attributes_that_do_not_apply_are_removed() => FixTest.AssertAllAsync(
        new RemoveAttributeFix(),
        "KBN0007",
        Widget + "public class Spec { [MinItems(1)] public string? A { get; set; } [MinimumLength(1)] public int? B { get; set; } }",
        Widget + "public class Spec { public string? A { get; set; } public int? B { get; set; } }");

    [Fact]
    public Task One_version_stays_the_stored_one() => FixTest.AssertAsync(
        new RemoveAttributeFix(),
        "KBN0014",
        "public static partial class A { [CustomResource(\"a.example.com\", \"v1\"), StorageVersion] public partial class Widget : CustomResource<Spec>; }\npublic static partial class B { [CustomResource(\"a.example.com\", \"v2\"), StorageVersion] public partial class Widget : CustomResource<Spec>; }\npublic class Spec { }",
        "public static partial class A { [CustomResource(\"a.example.com\", \"v1\"), StorageVersion] public partial class Widget : CustomResource<Spec>; }\npublic static partial class B { [CustomResource(\"a.example.com\", \"v2\")] public partial class Widget : CustomResource<Spec>; }\npublic class Spec { }");

    [Theory]
    [InlineData("[Range(5, 1)] public int? A { get; set; }", "[Range(1, 5)] public int? A { get; set; }")]
    [InlineData("[Minimum(5), Maximum(-1)] public int? A { get; set; }", "[Minimum(-1), Maximum(5)] public int? A { get; set; }")]
    [InlineData("[MinItems(5)]\n    [MaxItems(1)] public int[]? A { get; set; }", "[MinItems(1)]\n    [MaxItems(5)] public int[]? A { get; set; }")]
    [InlineData("[StringLength(1, MinimumLength = 3)] public string? A { get; set; }", "[StringLength(3, MinimumLength = 1)] public string? A { get; set; }")]
    public Task Crossed_limits_are_swapped(string before, string after) => OfSpecAsync(new SwapLimitsFix(), "KBN0025", before, after);

    [Fact]
    public Task Limits_of_different_declarations_are_not_swapped() => FixTest.AssertNoneAsync(
        new SwapLimitsFix(), "KBN0025", Widget + "public class Spec { [Maximum(1)] public byte? A { get; set; } [MinProperties(3)] public T? B { get; set; } }\n[MaxProperties(1)] public class T { public string? C { get; set; } }");

    [Theory]
    [InlineData("KBN0044", "[PrintColumn(\"Colour\", \".spec.colour\")]", "[PrintColumn(\"Colour\", \".spec.color\")]")]
    [InlineData("KBN0034", "[SelectableField(\".spec.colour\")]", "[SelectableField(\".spec.color\")]")]
    [InlineData("KBN0044", "[ScaleSubresource(\".spec.replica\", \".status.replicas\")]", "[ScaleSubresource(\".spec.replicas\", \".status.replicas\")]")]
    public Task A_path_leads_to_the_nearest_name(string id, string before, string after)
    {
        const string rest = "\n[CustomResource(\"a.example.com\", \"v1\")] public partial class Widget : CustomResource<Spec, Status>;\npublic class Spec { public string? Color { get; set; } public int? Replicas { get; set; } }\npublic class Status { public int? Replicas { get; set; } }";
        return FixTest.AssertAsync(new UseNearestNameFix(), id, before + rest, after + rest);
    }

    [Theory]
    [InlineData("KBN0036", "[ExactlyOneOf(\"Url\", \"Adress\")]", "[ExactlyOneOf(\"Url\", \"Address\")]")]
    [InlineData("KBN0037", "[CelRule(\"true\", FieldPath = \".adress\")]", "[CelRule(\"true\", FieldPath = \".address\")]")]
    public Task A_name_of_a_class_is_the_nearest_one(string id, string before, string after)
    {
        const string rest = "\npublic class Spec { public string? Url { get; set; } public string? Address { get; set; } }";
        return FixTest.AssertAsync(new UseNearestNameFix(), id, Widget + before + rest, Widget + after + rest);
    }

    [Fact]
    public Task A_list_key_is_the_nearest_name() => FixTest.AssertAsync(
        new UseNearestNameFix(),
        "KBN0030",
        Widget + "public class Spec { [ListType(ListType.Map, \"nam\")] public List<Port>? A { get; set; } }\npublic class Port { public required string Name { get; set; } }",
        Widget + "public class Spec { [ListType(ListType.Map, \"name\")] public List<Port>? A { get; set; } }\npublic class Port { public required string Name { get; set; } }");

    [Fact]
    public Task A_list_key_is_made_required() => FixTest.AssertAsync(
        new RequireListKeyFix(),
        "KBN0030",
        Widget + "public class Spec { [ListType(ListType.Map, \"id\")] public List<Port>? A { get; set; } }\npublic class Port { [JsonPropertyName(\"id\")] public string? Name { get; set; } }",
        Widget + "public class Spec { [ListType(ListType.Map, \"id\")] public List<Port>? A { get; set; } }\npublic class Port { [JsonPropertyName(\"id\")] public required string? Name { get; set; } }");

    [Theory]
    [InlineData("KBN0004", "public Spec? Child { get; set; }", "public JsonElement? Child { get; set; }")]
    [InlineData("KBN0004", "public required List<Spec> Children { get; set; }", "public required JsonElement Children { get; set; }")]
    [InlineData("KBN0003", "public System.Action? Do { get; set; }", "public JsonElement? Do { get; set; }")]
    public Task A_type_without_schema_becomes_any_JSON(string id, string before, string after) => OfSpecAsync(new UseJsonElementFix(), id, before, after);

    [Fact]
    public Task A_converters_JSON_is_left_unread() => FixTest.AssertAsync(
        new LeaveUnreadFix(),
        "KBN0013",
        Widget + "public class Spec\n{\n    /// <summary>Doc.</summary>\n    [JsonConverter(typeof(X))] public int? A { get; set; }\n}\npublic abstract class X : JsonConverter<int?>;",
        Widget + "public class Spec\n{\n    /// <summary>Doc.</summary>\n    [Schemaless, PreserveUnknownFields] [JsonConverter(typeof(X))] public int? A { get; set; }\n}\npublic abstract class X : JsonConverter<int?>;");

    [Fact]
    public void The_index_says_which_diagnostics_have_a_fix()
    {
        var fixable = typeof(SyntaxFix).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(SyntaxFix)))
            .SelectMany(type => ((CodeFixProvider)Activator.CreateInstance(type)!).FixableDiagnosticIds);
        var marked = Row().Matches(File.ReadAllText(Checkout.PathOf("docs", "diagnostics", "README.md"))).Select(match => match.Groups[1].Value);
        Assert.Equal(fixable.Distinct().Order(StringComparer.Ordinal), marked.Order(StringComparer.Ordinal));
    }

    private static Task OfSpecAsync(SyntaxFix fix, string id, string before, string after) => FixTest.AssertAsync(
        fix, id, $"{Widget}public class Spec\n{{\n    {before}\n}}", $"{Widget}public class Spec\n{{\n    {after}\n}}");

    [GeneratedRegex(@"^\| \[(KBN[0-9]+)\].*\| yes \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
