using System.Globalization;
using System.Text;

namespace KubeBuilderNet.Generators.Infrastructure;

/// <summary>Writes compact JSON in the order in which it is told to: no reflection, no culture.</summary>
internal sealed class JsonWriter(StringBuilder text)
{
    private readonly StringBuilder _text = text;
    private bool _separate;

    public JsonWriter()
        : this(new StringBuilder())
    {
    }

    public JsonWriter StartObject() => Open('{');

    public JsonWriter EndObject() => Close('}');

    public JsonWriter StartArray() => Open('[');

    public JsonWriter EndArray() => Close(']');

    public JsonWriter Name(string name)
    {
        Value(name);
        _text.Append(':');
        _separate = false;
        return this;
    }

    public JsonWriter Value(string value)
    {
        Separate();
        Quote(_text, value);
        return this;
    }

    public JsonWriter Value(bool value) => Raw(value ? "true" : "false");

    public JsonWriter Value(long value) => Raw(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Writes text that is JSON already.</summary>
    public JsonWriter Raw(string json)
    {
        Separate();
        _text.Append(json);
        return this;
    }

    public override string ToString() => _text.ToString();

    public static string Quote(string value)
    {
        var text = new StringBuilder(value.Length + 2);
        Quote(text, value);
        return text.ToString();
    }

    private JsonWriter Open(char bracket)
    {
        Separate();
        _text.Append(bracket);
        _separate = false;
        return this;
    }

    private JsonWriter Close(char bracket)
    {
        _text.Append(bracket);
        _separate = true;
        return this;
    }

    private void Separate()
    {
        if (_separate)
            _text.Append(',');
        _separate = true;
    }

    private static void Quote(StringBuilder text, string value)
    {
        text.Append('"');
        var start = 0;
        for (var i = 0; i < value.Length; i++)
        {
            var escape = Escape(value, i);
            if (escape is null)
                continue;
            text.Append(value, start, i - start).Append(escape);
            start = i + 1;
        }
        text.Append(value, start, value.Length - start).Append('"');
    }

    private static string? Escape(string value, int index) => value[index] switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        // Half a surrogate pair can't be written as UTF-8.
        var c when c < ' ' || c is '\u007f' or '\u0085' or '\u2028' or '\u2029' || IsLoneSurrogate(value, index) =>
            "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture),
        _ => null,
    };

    private static bool IsLoneSurrogate(string value, int index) => char.IsHighSurrogate(value[index])
        ? index + 1 == value.Length || !char.IsLowSurrogate(value[index + 1])
        : char.IsLowSurrogate(value[index]) && (index == 0 || !char.IsHighSurrogate(value[index - 1]));
}
