using System.Text.Json.Nodes;
using KubeBuilderNet.Generators.Tests.Infrastructure;

namespace KubeBuilderNet.Generators.Tests;

public sealed class SchemaTypeTests
{
    [Theory]
    [InlineData("bool", """{"type":"boolean"}""")]
    [InlineData("string", """{"type":"string"}""")]
    [InlineData("char", """{"maxLength":1,"minLength":1,"pattern":"^[\\x{0001}-\\x{ffff}]$","type":"string"}""")]
    [InlineData("sbyte", """{"format":"int32","maximum":127,"minimum":-128,"type":"integer"}""")]
    [InlineData("byte", """{"format":"int32","maximum":255,"minimum":0,"type":"integer"}""")]
    [InlineData("short", """{"format":"int32","maximum":32767,"minimum":-32768,"type":"integer"}""")]
    [InlineData("ushort", """{"format":"int32","maximum":65535,"minimum":0,"type":"integer"}""")]
    [InlineData("int", """{"format":"int32","type":"integer"}""")]
    [InlineData("uint", """{"format":"int64","maximum":4294967295,"minimum":0,"type":"integer"}""")]
    [InlineData("long", """{"format":"int64","type":"integer"}""")]
    [InlineData("ulong", """{"format":"int64","minimum":0,"type":"integer"}""")]
    [InlineData("float", """{"format":"float","type":"number"}""")]
    [InlineData("double", """{"format":"double","type":"number"}""")]
    [InlineData("decimal", """{"maximum":7.9e28,"minimum":-7.9e28,"type":"number"}""")]
    [InlineData("DateTime", """{"format":"date-time","type":"string"}""")]
    [InlineData("DateTimeOffset", """{"format":"date-time","type":"string"}""")]
    [InlineData("DateOnly", """{"format":"date","type":"string"}""")]
    [InlineData("Guid", """{"format":"uuid","pattern":"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$","type":"string"}""")]
    [InlineData("Uri", """{"format":"uri","type":"string"}""")]
    [InlineData("byte[]", """{"format":"byte","type":"string"}""")]
    [InlineData("JsonElement", """{"x-kubernetes-preserve-unknown-fields":true}""")]
    [InlineData("JsonNode", """{"x-kubernetes-preserve-unknown-fields":true}""")]
    [InlineData("JsonObject", """{"type":"object","x-kubernetes-preserve-unknown-fields":true}""")]
    [InlineData("object", """{"x-kubernetes-preserve-unknown-fields":true}""")]
    [InlineData("IntOrString", """{"anyOf":[{"type":"integer"},{"type":"string"}],"x-kubernetes-int-or-string":true}""")]
    [InlineData("V1ObjectMeta", """{"type":"object"}""")]
    [InlineData("string[]", """{"items":{"type":"string"},"type":"array"}""")]
    [InlineData("List<int?>", """{"items":{"format":"int32","type":"integer"},"type":"array"}""")]
    [InlineData("IList<bool>", """{"items":{"type":"boolean"},"type":"array"}""")]
    [InlineData("IReadOnlyList<bool>", """{"items":{"type":"boolean"},"type":"array"}""")]
    [InlineData("IEnumerable<bool>", """{"items":{"type":"boolean"},"type":"array"}""")]
    [InlineData("HashSet<bool>", """{"items":{"type":"boolean"},"type":"array"}""")]
    [InlineData("ISet<bool>", """{"items":{"type":"boolean"},"type":"array"}""")]
    [InlineData("System.Collections.Immutable.ImmutableArray<bool>", """{"items":{"type":"boolean"},"type":"array"}""")]
    [InlineData("List<List<bool>>", """{"items":{"items":{"type":"boolean"},"type":"array"},"type":"array"}""")]
    [InlineData("Dictionary<string, int>", """{"additionalProperties":{"format":"int32","type":"integer"},"type":"object"}""")]
    [InlineData("IDictionary<string, bool>", """{"additionalProperties":{"type":"boolean"},"type":"object"}""")]
    [InlineData("IReadOnlyDictionary<DayOfWeek, bool>", """{"additionalProperties":{"type":"boolean"},"type":"object"}""")]
    [InlineData("System.Collections.Immutable.ImmutableDictionary<string, bool>", """{"additionalProperties":{"type":"boolean"},"type":"object"}""")]
    [InlineData("Dictionary<Guid, bool>", """{"additionalProperties":{"type":"boolean"},"type":"object"}""")]
    [InlineData("Dictionary<long, bool>", """{"additionalProperties":{"type":"boolean"},"type":"object"}""")]
    [InlineData("SortedDictionary<Color, bool>", """{"additionalProperties":{"type":"boolean"},"type":"object"}""")]
    [InlineData("System.Collections.Immutable.ImmutableSortedDictionary<string, bool>", """{"additionalProperties":{"type":"boolean"},"type":"object"}""")]
    [InlineData("System.Collections.Immutable.ImmutableHashSet<bool>", """{"items":{"type":"boolean"},"type":"array"}""")]
    [InlineData("System.Collections.Immutable.IImmutableList<bool>", """{"items":{"type":"boolean"},"type":"array"}""")]
    [InlineData("ICollection<bool>", """{"items":{"type":"boolean"},"type":"array"}""")]
    [InlineData("IReadOnlyCollection<bool>", """{"items":{"type":"boolean"},"type":"array"}""")]
    [InlineData("SortedSet<bool>", """{"items":{"type":"boolean"},"type":"array"}""")]
    [InlineData("ReadOnlyMemory<byte>", """{"format":"byte","type":"string"}""")]
    [InlineData("List<byte>", """{"items":{"format":"int32","maximum":255,"minimum":0,"type":"integer"},"type":"array"}""")]
    [InlineData("TimeOnly", """{"type":"string"}""")]
    [InlineData("Version", """{"type":"string"}""")]
    [InlineData("JsonDocument", """{"x-kubernetes-preserve-unknown-fields":true}""")]
    [InlineData("JsonArray", """{"items":{"x-kubernetes-preserve-unknown-fields":true},"type":"array"}""")]
    [InlineData("Primary", """{"properties":{"count":{"default":0,"format":"int32","type":"integer"},"name":{"type":"string"}},"required":["name"],"type":"object"}""")]
    [InlineData("RecordStruct", """{"properties":{"name":{"type":"string"}},"type":"object"}""")]
    [InlineData("Init", """{"properties":{"name":{"type":"string"}},"required":["name"],"type":"object"}""")]
    [InlineData("Outer.Nested", """{"properties":{"a":{"type":"string"}},"type":"object"}""")]
    [InlineData("Parts", """{"properties":{"one":{"type":"string"},"two":{"type":"string"}},"type":"object"}""")]
    [InlineData("Stringly", """{"additionalProperties":{"type":"boolean"},"type":"object"}""")]
    [InlineData("Dictionary<string, List<bool>>", """{"additionalProperties":{"items":{"type":"boolean"},"type":"array"},"type":"object"}""")]
    [InlineData("Color", """{"enum":["Red","dark-blue"],"type":"string"}""")]
    [InlineData("Point", """{"properties":{"x":{"default":0,"format":"int32","type":"integer"}},"type":"object"}""")]
    [InlineData("Pair<string>", """{"properties":{"first":{"type":"string"}},"required":["first"],"type":"object"}""")]
    [InlineData("Derived", """{"properties":{"a":{"type":"string"},"b":{"type":"string"}},"type":"object"}""")]
    [InlineData("Rec", """{"properties":{"count":{"default":3,"format":"int32","type":"integer"},"name":{"type":"string"}},"required":["name"],"type":"object"}""")]
    [InlineData("Open", """{"properties":{"a":{"type":"string"}},"type":"object","x-kubernetes-preserve-unknown-fields":true}""")]
    [InlineData("Tags", """{"items":{"type":"string"},"type":"array"}""")]
    public void A_type_has_its_schema(string type, string expected)
    {
        const string types = """
            public enum Color { Red = 1, [JsonStringEnumMemberName("dark-blue")] DarkBlue = 2 }
            public struct Point { public int X { get; set; } public readonly int Length => X; }
            public class Pair<T> { public required T First { get; set; } }
            public class Base { public string? A { get; set; } [JsonIgnore] public Action? Ignored { get; set; } }
            public class Derived : Base { public string? B { get; set; } public static string? S { get; set; } public string? this[int i] { get => null; set { } } }
            public record Rec(string Name, int Count = 3);
            public class Open { public string? A { get; set; } [JsonExtensionData] public Dictionary<string, JsonElement>? More { get; set; } }
            public class Tags : List<string> { }
            public class Stringly : Dictionary<string, bool> { }
            public partial class Primary(string name) { public string Name { get; } = name; public int Count { get; set; } }
            public record struct RecordStruct(string? Name);
            public class Init { public required string Name { get; init; } }
            public class Outer { public class Nested { public string? A { get; set; } } }
            public partial class Parts { public string? One { get; set; } }
            public partial class Parts { public string? Two { get; set; } }
            """;
        var actual = GeneratorTest.Run(TestSource.Spec($"public {type}? Value {{ get; set; }}", types)).Property("value");
        Assert.Equal(JsonNode.Parse(expected)!.ToJsonString(), JsonNode.Parse(actual.GetRawText())!.ToJsonString());
    }

    [Theory]
    [InlineData("Url", "url")]
    [InlineData("URL", "url")]
    [InlineData("HTTPPort", "httpPort")]
    [InlineData("N", "n")]
    [InlineData("Y", "y")]
    [InlineData("On", "on")]
    [InlineData("Null", "null")]
    [InlineData("IPv4", "iPv4")]
    [InlineData("I18n", "i18n")]
    [InlineData("Größe", "größe")]
    [InlineData("snake_Case", "snake_Case")]
    public void Names_are_those_that_the_serializer_writes(string property, string json)
    {
        Assert.Equal(json, System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(property));
        Assert.Equal("string", GeneratorTest.Run(TestSource.Spec($"public string? {property} {{ get; set; }}")).Property(json).GetProperty("type").GetString());
    }

    [Fact]
    public void A_given_name_is_taken_as_it_is() =>
        GeneratorTest.Run(TestSource.Spec("[JsonPropertyName(\"URL\")] public string? Address { get; set; }")).Property("URL");

    [Theory]
    [InlineData("public int A { get; set; } = -5;", "-5")]
    [InlineData("public string A { get; set; } = \"1e3\";", "\"1e3\"")]
    [InlineData("public string A { get; set; } = \"yes\";", "\"yes\"")]
    [InlineData("public bool A { get; set; } = true;", "true")]
    [InlineData("public bool A { get; set; }", "false")]
    [InlineData("public int A { get; set; }", "0")]
    [InlineData("public int? A { get; set; } = 7;", "7")]
    [InlineData("public double A { get; set; } = 1.5;", "1.5")]
    [InlineData("public float A { get; set; } = 0.1f;", "0.1")]
    [InlineData("public decimal A { get; set; } = 2.50m;", "2.50")]
    [InlineData("public long A { get; set; } = 60 * 60;", "3600")]
    [InlineData("public int A { get; set; } = Limit; private const int Limit = 9;", "9")]
    [InlineData("public DayOfWeek A { get; set; } = DayOfWeek.Friday;", "\"Friday\"")]
    [InlineData("public DayOfWeek A { get; set; }", "\"Sunday\"")]
    [InlineData("public TimeSpan A { get; set; } = TimeSpan.FromMinutes(90);", "\"1h30m0s\"")]
    [InlineData("public TimeSpan A { get; set; } = TimeSpan.FromMilliseconds(1.5);", "\"1.5ms\"")]
    [InlineData("public TimeSpan A { get; set; } = TimeSpan.Zero;", "\"0s\"")]
    public void A_constant_initializer_is_the_default(string member, string json)
    {
        var result = GeneratorTest.Run(TestSource.Spec(member));
        Assert.Equal(json, result.Property("a").GetProperty("default").GetRawText());
        Assert.False(result.Property().TryGetProperty("required", out _));
    }

    [Theory]
    [InlineData("public List<string> A { get; set; } = [];", false)]
    [InlineData("public List<string> A { get; set; } = new();", false)]
    [InlineData("public string A { get; set; } = \"x\".Trim();", false)]
    [InlineData("public string A { get; set; } = \"\";", false)]
    [InlineData("public string A { get; set; } = string.Empty;", false)]
    [InlineData("public string? A { get; set; }", false)]
    [InlineData("public int? A { get; set; }", false)]
    [InlineData("public Guid A { get; set; }", false)]
    [InlineData("public string A { get; set; } = null!;", true)]
    [InlineData("public string A { get; set; } = default!;", true)]
    [InlineData("public required string A { get; set; }", true)]
    [InlineData("public required int A { get; set; }", true)]
    [InlineData("public required string? A { get; set; }", true)]
    [InlineData("[Required] public string? A { get; set; }", true)]
    [InlineData("[Range(1, 5)] public int A { get; set; }", true)]
    public void Without_a_constant_there_is_no_default(string member, bool required)
    {
        var result = GeneratorTest.Run(TestSource.Spec(member));
        Assert.False(result.Property("a").TryGetProperty("default", out _));
        Assert.Equal(required, result.Property().TryGetProperty("required", out _));
    }

    [Fact]
    public void A_property_that_overrides_or_hides_another_stands_for_it()
    {
        var spec = GeneratorTest.Run(TestSource.Spec("public required Derived D { get; set; }", """
            public class Base { public virtual string? A { get; set; } public string? B { get; set; } }
            public class Derived : Base { public override string? A { get; set; } public new int? B { get; set; } }
            """)).Property("d");
        Assert.Equal("integer", spec.GetProperty("properties").GetProperty("b").GetProperty("type").GetString());
        Assert.Equal(2, spec.GetProperty("properties").EnumerateObject().Count());
    }
}
