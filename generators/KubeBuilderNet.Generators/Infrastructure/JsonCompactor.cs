namespace KubeBuilderNet.Generators.Infrastructure;

/// <summary>Writes JSON that somebody wrote compactly, each text as this generator escapes it.</summary>
internal static class JsonCompactor
{
    /// <summary>The same JSON without white space, or null if it isn't JSON.</summary>
    public static string? Compact(string json) => JsonReader.TryRead(json, out _) is { } value ? Write(value) : null;

    public static string Write(JsonValue value)
    {
        var json = new JsonWriter();
        Write(json, value);
        return json.ToString();
    }

    private static void Write(JsonWriter json, JsonValue value)
    {
        switch (value.Kind)
        {
            case JsonKind.Text:
                json.Value(value.Text);
                break;
            case JsonKind.Array:
                json.StartArray();
                foreach (var item in value.Items)
                    Write(json, item);
                json.EndArray();
                break;
            case JsonKind.Object:
                json.StartObject();
                foreach (var member in value.Members)
                    Write(json.Name(member.Key), member.Value);
                json.EndObject();
                break;
            default:
                json.Raw(value.Text);
                break;
        }
    }
}
