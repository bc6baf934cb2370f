using KubeBuilderNet.Generators.Infrastructure;

namespace KubeBuilderNet.Generators.Emit;

/// <summary>Members that are written only when there is something in them.</summary>
internal static class JsonWriterExtensions
{
    public static void WriteText(this JsonWriter json, string name, string? text)
    {
        if (text is not null)
            json.Name(name).Value(text);
    }

    public static void WriteRaw(this JsonWriter json, string name, string? text)
    {
        if (text is not null)
            json.Name(name).Raw(text);
    }

    public static void WriteNumber(this JsonWriter json, string name, long? number)
    {
        if (number is { } value)
            json.Name(name).Value(value);
    }

    public static void WriteFlag(this JsonWriter json, string name, bool flag)
    {
        if (flag)
            json.Name(name).Value(true);
    }

    public static void WriteRaws(this JsonWriter json, string name, EquatableArray<string> values)
    {
        if (values.Count == 0)
            return;
        json.Name(name).StartArray();
        foreach (var value in values)
            json.Raw(value);
        json.EndArray();
    }

    public static void WriteTexts(this JsonWriter json, string name, EquatableArray<string> texts)
    {
        if (texts.Count == 0)
            return;
        json.Name(name).StartArray();
        foreach (var text in texts)
            json.Value(text);
        json.EndArray();
    }
}
