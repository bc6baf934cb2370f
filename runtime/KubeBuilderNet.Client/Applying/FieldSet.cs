using System.Globalization;
using System.Text.Json.Nodes;

namespace KubeBuilderNet.Client.Applying;

/// <summary>A set of fields as <c>fieldsV1</c> writes it, beside those of all other managers.</summary>
/// <remarks>
/// Follows <c>sigs.k8s.io/structured-merge-diff/fieldpath</c>: <c>f:name</c> is a field, <c>k:{"name":"a"}</c> the item of a list that has this key,
/// <c>v:"a"</c> the item of a set that is this value, <c>i:0</c> an item by its place, and <c>.</c> what the set stands at itself. There is no schema
/// here: whether a thing is owned as a whole or by its parts is seen from what others own of it.
/// </remarks>
internal readonly struct FieldSet(JsonObject members, IReadOnlyList<JsonObject> others)
{
    private const string Self = ".";

    /// <summary>What of a value is in the set; a copy.</summary>
    internal JsonNode? Extract(JsonNode? value) => value switch
    {
        JsonObject fields when !IsWhole => Extract(fields),
        JsonArray list when !IsWhole => Extract(list),
        _ => value?.DeepClone(),
    };

    private bool IsWhole => !HasParts(members) && !members.ContainsKey(Self) && !others.Any(HasParts);

    private static bool HasParts(JsonObject fields) => fields.Any(static field => field.Key != Self);

    private FieldSet Below(string member, JsonNode? below) =>
        new(below as JsonObject ?? [], [.. others.Select(other => other[member]).OfType<JsonObject>()]);

    /// <summary>The fields of an object that are in the set; a copy.</summary>
    internal JsonObject Extract(JsonObject fields)
    {
        var owned = new JsonObject();
        foreach (var (member, below) in members)
        {
            if (member.StartsWith("f:", StringComparison.Ordinal) && fields[member[2..]] is { } value)
                owned[member[2..]] = Below(member, below).Extract(value);
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
                owned.Add(WithKey(member, Below(member, below).Extract(list[index])));
                break;
            }
        }
        return owned;
    }

    // An item can't be told from others without its key, even where another manager owns that.
    private static JsonNode? WithKey(string member, JsonNode? item)
    {
        if (item is JsonObject fields && member.StartsWith("k:", StringComparison.Ordinal) && Key(member) is { } key)
        {
            foreach (var (name, value) in key)
                fields.TryAdd(name, value?.DeepClone());
        }
        return item;
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
