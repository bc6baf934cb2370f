using System.Text.Json.Nodes;

namespace KubeBuilderNet.Client.Applying;

/// <summary>Reads who owns which fields of an object.</summary>
/// <remarks>
/// Follows <c>k8s.io/apimachinery/pkg/util/managedfields.ExtractInto</c>, without a schema: whether a field is owned as a whole or by its parts is
/// seen from what other managers own of it.
/// See https://kubernetes.io/docs/reference/using-api/server-side-apply/
/// </remarks>
public static class ManagedFields
{
    /// <summary>The fields that a manager owns by applying, as it would send them again.</summary>
    /// <param name="resource">The object as JSON, with its <c>managedFields</c>.</param>
    /// <param name="fieldManager">Whose fields are wanted.</param>
    /// <param name="subresource">The subresource that was applied to, such as <c>status</c>; null for the object itself.</param>
    /// <returns>A new object; null when the manager never applied.</returns>
    public static JsonObject? Extract(JsonObject resource, string fieldManager, string? subresource = null)
    {
        ArgumentNullException.ThrowIfNull(resource);
        ArgumentNullException.ThrowIfNull(fieldManager);
        var entries = (resource["metadata"]?["managedFields"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        var own = entries.Find(entry => (string?)entry["operation"] == "Apply" && (string?)entry["manager"] == fieldManager
            && ((string?)entry["subresource"] ?? "") == (subresource ?? ""));
        if (own?["fieldsV1"] is not JsonObject fields)
            return null;
        var others = entries.Where(entry => entry != own).Select(static entry => entry["fieldsV1"]).OfType<JsonObject>().ToList();
        return Owned(resource, fields, others) as JsonObject;
    }

    private static JsonNode? Owned(JsonNode value, JsonObject fields, List<JsonObject> others)
    {
        var isWhole = !HasParts(fields) && !others.Exists(HasParts);
        return value switch
        {
            _ when isWhole => value.DeepClone(),
            JsonObject map => OfMap(map, fields, others),
            JsonArray list => OfList(list, fields, others),
            _ => value.DeepClone(),
        };
    }

    // A dot says that the thing itself is owned, whatever is in it.
    private static bool HasParts(JsonObject fields) => fields.Any(static field => field.Key != ".");

    private static JsonObject OfMap(JsonObject map, JsonObject fields, List<JsonObject> others)
    {
        var owned = new JsonObject();
        foreach (var (key, below) in fields)
        {
            if (key.StartsWith("f:", StringComparison.Ordinal) && map[key[2..]] is { } value)
                owned[key[2..]] = Owned(value, below as JsonObject ?? [], Below(others, key));
        }
        return owned;
    }

    private static JsonArray OfList(JsonArray list, JsonObject fields, List<JsonObject> others)
    {
        var owned = new JsonArray();
        for (var i = 0; i < list.Count; i++)
        {
            foreach (var (key, below) in fields)
            {
                if (list[i] is not { } item || !Names(key, item, i))
                    continue;
                owned.Add(WithKeys(Owned(item, below as JsonObject ?? [], Below(others, key)), key));
                break;
            }
        }
        return owned;
    }

    // Items are named by some of their fields (k:), by their value (v:) or by their place (i:).
    private static bool Names(string key, JsonNode item, int index) => key switch
    {
        ['k', ':', .. var keys] => item is JsonObject fields
            && JsonNode.Parse(keys) is JsonObject named && named.All(field => JsonNode.DeepEquals(fields[field.Key], field.Value)),
        ['v', ':', .. var value] => JsonNode.DeepEquals(item, JsonNode.Parse(value)),
        ['i', ':', .. var place] => place == index.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => false,
    };

    private static JsonNode? WithKeys(JsonNode? item, string key)
    {
        if (item is JsonObject fields && key.StartsWith("k:", StringComparison.Ordinal) && JsonNode.Parse(key[2..]) is JsonObject keys)
        {
            foreach (var (name, value) in keys)
                fields.TryAdd(name, value?.DeepClone());
        }
        return item;
    }

    private static List<JsonObject> Below(List<JsonObject> fields, string key) =>
        fields.Select(field => field[key]).OfType<JsonObject>().ToList();
}
