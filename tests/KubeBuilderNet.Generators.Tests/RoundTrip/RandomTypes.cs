using System.Globalization;
using System.Text;

namespace KubeBuilderNet.Generators.Tests.RoundTrip;

/// <summary>Makes the source of custom resources whose specs are random types: the same seed gives the same source.</summary>
internal sealed class RandomTypes(int seed)
{
    private const int MaxDepth = 3;

    private static readonly string[] Scalars =
    [
        "bool", "string", "char", "sbyte", "byte", "short", "ushort", "int", "uint", "long", "ulong", "float", "double", "decimal",
        "DateTime", "DateTimeOffset", "DateOnly", "TimeSpan", "Guid", "byte[]", "JsonElement", "Colour", "Size", "ResourceQuantity",
        "IntOrString", "V1LocalObjectReference",
    ];

    private static readonly string[] Lists = ["{0}[]", "List<{0}>", "IList<{0}>", "IReadOnlyList<{0}>", "IEnumerable<{0}>", "HashSet<{0}>", "ImmutableArray<{0}>"];

    private static readonly string[] Maps =
        ["Dictionary<string, {0}>", "IDictionary<string, {0}>", "IReadOnlyDictionary<string, {0}>", "ImmutableDictionary<string, {0}>"];

    private static readonly string[] Kinds = ["class", "record", "struct", "record struct"];

    private readonly Random _random = new(seed);
    private readonly StringBuilder _source = new();
    private int _types;

    public static string Enums => """
        public enum Colour { Red, [JsonStringEnumMemberName("light-blue")] LightBlue, GREEN }
        public enum Size : byte { Small = 1, Large = 200 }
        """;

    /// <summary>This many kinds, <c>Kind0</c> and so on.</summary>
    public string Source(int kinds)
    {
        for (var i = 0; i < kinds; i++)
        {
            var spec = Declare("class", 0);
            _source.Append(CultureInfo.InvariantCulture, $"""
                [CustomResource("random.example.com", "v1"), GenerateApplyConfiguration]
                public sealed partial class Kind{i} : CustomResource<{spec}>;

                """);
        }
        return $"using System.Collections.Immutable;\n{Enums}\n{_source}";
    }

    // A class or struct with a few random properties; its name.
    private string Declare(string kind, int depth)
    {
        var name = "Type" + (_types++).ToString(CultureInfo.InvariantCulture);
        var members = new StringBuilder();
        var count = _random.Next(1, 7);
        for (var i = 0; i < count; i++)
            members.Append("    ").Append(Property(i, kind, depth)).Append('\n');
        _source.Append(CultureInfo.InvariantCulture, $"public partial {kind} {name}\n{{\n{members}}}\n\n");
        return name;
    }

    private string Property(int index, string kind, int depth)
    {
        var type = Type(depth);
        var isRequired = _random.Next(3) == 0;
        var isNullable = _random.Next(2) == 0;
        var accessors = _random.Next(2) == 0 ? "{ get; set; }" : "{ get; init; }";
        var name = _random.Next(5) == 0 ? $"[JsonPropertyName(\"x-{index}\")] " : "";
        return $"{name}public {(isRequired ? "required " : "")}{type}{(isNullable ? "?" : "")} P{index} {accessors}"
            // A struct with an initializer would need a constructor.
            + (isRequired || isNullable || kind.Contains("struct", StringComparison.Ordinal) ? "" : " = default!;");
    }

    private string Type(int depth) => _random.Next(depth >= MaxDepth ? 6 : 10) switch
    {
        < 6 => Pick(Scalars),
        6 => string.Format(CultureInfo.InvariantCulture, Pick(Lists), Type(depth + 1)),
        7 => string.Format(CultureInfo.InvariantCulture, Pick(Maps), Type(depth + 1)),
        _ => Declare(Pick(Kinds), depth + 1),
    };

    private string Pick(string[] of) => of[_random.Next(of.Length)];
}
