namespace KubeBuilderNet.Generators.Infrastructure;

/// <summary>JSON merge patches, by RFC 7396.</summary>
internal static class MergePatch
{
    public static JsonValue Apply(JsonValue target, JsonValue patch)
    {
        if (patch.Kind != JsonKind.Object)
            return patch;
        var merged = new JsonValue(JsonKind.Object);
        var old = target.Kind == JsonKind.Object ? target.Members : [];
        foreach (var member in old)
        {
            if (patch[member.Key] is null)
                merged.Members.Add(member);
        }
        foreach (var member in patch.Members)
        {
            if (member.Value.Kind != JsonKind.Null)
                merged.Members.Add(new KeyValuePair<string, JsonValue>(member.Key, Apply(target[member.Key] ?? new JsonValue(JsonKind.Object), member.Value)));
        }
        merged.Members.Sort((one, other) => string.CompareOrdinal(one.Key, other.Key));
        return merged;
    }
}
