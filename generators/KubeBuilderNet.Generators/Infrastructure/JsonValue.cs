namespace KubeBuilderNet.Generators.Infrastructure;

/// <summary>What a JSON value is.</summary>
internal enum JsonKind
{
    Null,
    Boolean,
    Number,
    Text,
    Array,
    Object,
}

/// <summary>A JSON value, read to be checked. Numbers keep their text, so that none is rounded.</summary>
internal sealed class JsonValue(JsonKind kind, string text = "")
{
    public JsonKind Kind { get; } = kind;

    /// <summary>A text's content; a number or a truth value as it is written.</summary>
    public string Text { get; } = text;

    public List<JsonValue> Items { get; } = [];

    public List<KeyValuePair<string, JsonValue>> Members { get; } = [];

    public JsonValue? this[string name] => Members.FirstOrDefault(member => member.Key == name).Value;

    /// <summary>Equality as API servers see it: whatever the order of members and the spelling of numbers.</summary>
    public bool IsSame(JsonValue other)
    {
        if (Kind != other.Kind)
            return false;
        return Kind switch
        {
            JsonKind.Null => true,
            JsonKind.Number => JsonNumber.Compare(Text, other.Text) == 0,
            JsonKind.Array => Items.Count == other.Items.Count && Items.Zip(other.Items, (mine, theirs) => mine.IsSame(theirs)).All(same => same),
            JsonKind.Object => Members.Count == other.Members.Count && Members.All(member => other[member.Key]?.IsSame(member.Value) == true),
            _ => Text == other.Text,
        };
    }

    /// <summary>The value as a message shows it: short.</summary>
    public override string ToString() => Kind switch
    {
        JsonKind.Null => "null",
        JsonKind.Text => JsonWriter.Quote(Text.Length > 40 ? Text.Substring(0, 40) + "…" : Text),
        JsonKind.Array => "a list",
        JsonKind.Object => "an object",
        _ => Text,
    };
}
