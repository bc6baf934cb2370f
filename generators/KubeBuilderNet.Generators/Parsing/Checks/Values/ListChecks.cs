using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;

namespace KubeBuilderNet.Generators.Parsing.Checks.Values;

/// <summary>Numbers of items, and items that occur twice where they may not.</summary>
internal static class ListChecks
{
    public static string? Count(Schema schema, JsonValue value)
    {
        if (value.Kind != JsonKind.Array)
            return null;
        if (value.Items.Count < schema.MinItems)
            return $"the list has fewer items than {schema.MinItems}";
        return value.Items.Count > schema.MaxItems ? $"the list has more items than {schema.MaxItems}" : null;
    }

    public static string? Duplicates(Schema schema, JsonValue value)
    {
        if (value.Kind != JsonKind.Array || schema.ListType is not ("set" or "map"))
            return null;
        for (var i = 1; i < value.Items.Count; i++)
        {
            for (var earlier = 0; earlier < i; earlier++)
            {
                if (IsTwin(schema, value.Items[earlier], value.Items[i]))
                    return schema.ListType == "set" ? $"{value.Items[i]} is in the set twice" : $"items {earlier} and {i} have the same keys";
            }
        }
        return null;
    }

    private static bool IsTwin(Schema schema, JsonValue one, JsonValue other) => schema.ListType == "set"
        ? one.IsSame(other)
        : schema.ListMapKeys.Count > 0 && schema.ListMapKeys.All(key => IsSameKey(Key(schema, one, key), Key(schema, other, key)));

    private static bool IsSameKey(JsonValue? one, JsonValue? other) => one is null ? other is null : other is not null && one.IsSame(other);

    private static JsonValue? Key(Schema schema, JsonValue item, string key) => item[key]
        ?? (schema.Items?.Properties.FirstOrDefault(property => property.Name == key)?.Schema.Default is { } json ? JsonReader.TryRead(json, out _) : null);
}
