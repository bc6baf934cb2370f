using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using KubeBuilderNet.Generators.Parsing.Checks.Values;

namespace KubeBuilderNet.Scaffolding.Importing.Types;

/// <summary>Limits that a value can keep to. API servers accept others, too, which in attributes are errors.</summary>
internal static class Limits
{
    public static bool ArePossible(Schema node) =>
        AreCounts(node.MinLength, node.MaxLength)
        && AreCounts(node.MinItems, node.MaxItems)
        && AreCounts(node.MinProperties, node.MaxProperties)
        && (node.MultipleOf is null || JsonNumber.Compare(node.MultipleOf, "0") > 0)
        && Holds(node.Format, node.Minimum)
        && Holds(node.Format, node.Maximum)
        && AreBounds(node);

    private static bool AreCounts(long? least, long? most) => least is not < 0 && most is not < 0 && !(least > most);

    private static bool Holds(string? format, string? bound) => bound is null || !IntegerFormat.Exceeds(format, bound);

    private static bool AreBounds(Schema node) => (node.Minimum, node.Maximum) is not ({ } least, { } most)
        || JsonNumber.Compare(least, most) is var order && (order < 0 || (order == 0 && !node.ExclusiveMinimum && !node.ExclusiveMaximum));
}
