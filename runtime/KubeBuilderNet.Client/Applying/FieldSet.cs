using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace KubeBuilderNet.Client.Applying;

/// <summary>A set of fields as <c>fieldsV1</c> writes it.</summary>
/// <remarks>
/// Follows <c>sigs.k8s.io/structured-merge-diff/fieldpath</c>: <c>f:name</c> is a field, <c>k:{"name":"a"}</c> the item of a list that has this key,
/// <c>v:"a"</c> the item of a set that is this value, <c>i:0</c> an item by its place, and <c>.</c> what the set stands at itself.
/// </remarks>
internal readonly struct FieldSet(JsonObject members)
{
    private const string Self = ".";

    internal static FieldSet Parse(object? fields) => new(fields switch
    {
        JsonElement { ValueKind: JsonValueKind.Object } element => JsonObject.Create(element) ?? [],
        JsonObject node => node,
        _ => [],
    });

    /// <summary>What of a value is in the set; a copy.</summary>
    internal JsonNode? Extract(JsonNode? value)
    {
        // A set without members is of a leaf: the value whole, whatever it is.
        if (members.Count == 0)
            return value?.DeepClone();
        return value switch
        {
            JsonObject fields => Extract(fields),
            JsonArray list => Extract(list),
            _ => value?.DeepClone(),
        };
    }

    private JsonObject Extract(JsonObject fields)
    {
        var owned = new JsonObject();
        foreach (var (member, below) in members)
        {
            if (member.StartsWith("f:", StringComparison.Ordinal) && fields.TryGetPropertyValue(member[2..], out var value))
                owned[member[2..]] = Parse(below).Extract(value);
        }
        return owned;
    }

    private JsonArray Extract(JsonArray list)
    {
        var owned = new JsonArray();
        for (var index = 0; index < list.Count; index++)
        {
            foreach (var (member, below) in members)
            {
                if (member == Self || !Names(member, list[index], index))
                    continue;
                owned.Add(ExtractItem(member, Parse(below), list[index]));
                break;
            }
        }
        return owned;
    }

    private static JsonNode? ExtractItem(string member, FieldSet below, JsonNode? item)
    {
        var owned = below.Extract(item);
        // An item can't be told from others without its key, even where another manager owns that.
        if (member.StartsWith("k:", StringComparison.Ordinal) && owned is JsonObject fields && Key(member) is { } key)
        {
            foreach (var (name, value) in key)
                fields.TryAdd(name, value?.DeepClone());
        }
        return owned;
    }

    private static bool Names(string member, JsonNode? item, int index) => member[..Math.Min(2, member.Length)] switch
    {
        "k:" => item is JsonObject fields && Key(member) is { } key
            && key.All(part => JsonNode.DeepEquals(part.Value, fields[part.Key])),
        "v:" => JsonNode.DeepEquals(JsonNode.Parse(member[2..]), item),
        "i:" => member[2..] == index.ToString(CultureInfo.InvariantCulture),
        _ => false,
    };

    private static JsonObject? Key(string member) => JsonNode.Parse(member[2..]) as JsonObject;
}
