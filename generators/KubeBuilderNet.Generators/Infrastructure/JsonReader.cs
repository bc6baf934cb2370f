using System.Globalization;
using System.Text;

namespace KubeBuilderNet.Generators.Infrastructure;

/// <summary>Reads JSON by RFC 8259, strictly: what an author wrote is to be right, not to be guessed.</summary>
internal sealed class JsonReader
{
    private const int MaxDepth = 128;
    private readonly string _json;
    private int _position;
    private int _depth;

    private JsonReader(string json) => _json = json;

    /// <summary>The value, or null and what is wrong and where.</summary>
    public static JsonValue? TryRead(string json, out string problem)
    {
        var reader = new JsonReader(json);
        try
        {
            problem = "";
            var value = reader.ReadValue();
            reader.SkipSpace();
            return reader._position == json.Length ? value : throw reader.Fault("nothing may follow the value");
        }
        catch (FormatException e)
        {
            problem = e.Message;
            return null;
        }
    }

    private JsonValue ReadValue()
    {
        SkipSpace();
        switch (Peek())
        {
            case '{':
                return Nested(ReadObject);
            case '[':
                return Nested(ReadArray);
            case '"':
                return new JsonValue(JsonKind.Text, ReadText());
            case '-' or (>= '0' and <= '9'):
                return ReadNumber();
            case 'n':
                return Word("null", JsonKind.Null);
            case 't':
                return Word("true", JsonKind.Boolean);
            case 'f':
                return Word("false", JsonKind.Boolean);
            case '\0' when _position == _json.Length:
                throw Fault("a value is missing");
            default:
                throw Fault("a value is expected; texts need double quotes");
        }
    }

    private JsonValue Nested(Func<JsonValue> read)
    {
        if (++_depth > MaxDepth)
            throw Fault("it is nested too deeply");
        _position++;
        var value = read();
        _depth--;
        return value;
    }

    private JsonValue ReadObject()
    {
        var value = new JsonValue(JsonKind.Object);
        for (var isFirst = true; !TryEnd('}', isFirst); isFirst = false)
        {
            SkipSpace();
            if (Peek() != '"')
                throw Fault("a property's name is expected, in double quotes");
            var name = ReadText();
            if (value[name] is not null)
                throw Fault($"'{name}' is there twice");
            SkipSpace();
            Take(':', "a colon is expected");
            value.Members.Add(new KeyValuePair<string, JsonValue>(name, ReadValue()));
        }
        return value;
    }

    private JsonValue ReadArray()
    {
        var value = new JsonValue(JsonKind.Array);
        for (var isFirst = true; !TryEnd(']', isFirst); isFirst = false)
            value.Items.Add(ReadValue());
        return value;
    }

    private bool TryEnd(char bracket, bool isFirst)
    {
        SkipSpace();
        if (Peek() == bracket)
        {
            _position++;
            return true;
        }
        if (!isFirst)
            Take(',', $"a comma or '{bracket}' is expected");
        return false;
    }

    private JsonValue ReadNumber()
    {
        var start = _position;
        if (Peek() == '-')
            _position++;
        if (Peek() == '0' && char.IsDigit(Peek(1)))
            throw Fault("a number has no leading zero");
        SkipDigits();
        if (Peek() == '.')
        {
            _position++;
            SkipDigits();
        }
        if (Peek() is 'e' or 'E')
        {
            _position += Peek(1) is '+' or '-' ? 2 : 1;
            SkipDigits();
        }
        return new JsonValue(JsonKind.Number, _json.Substring(start, _position - start));
    }

    private void SkipDigits()
    {
        var start = _position;
        while (Peek() is >= '0' and <= '9')
            _position++;
        if (start == _position)
            throw Fault("a digit is expected");
    }

    private string ReadText()
    {
        var text = new StringBuilder();
        for (_position++; ; _position++)
        {
            switch (Peek())
            {
                case '"':
                    _position++;
                    return text.ToString();
                case '\\':
                    _position++;
                    text.Append(ReadEscape());
                    break;
                case < ' ':
                    throw Fault(_position == _json.Length ? "the text has no end" : "control characters and line breaks are escaped: '\\n'");
                default:
                    text.Append(Peek());
                    break;
            }
        }
    }

    private char ReadEscape()
    {
        const string Escapes = "\"\\/bfnrt";
        if (Escapes.IndexOf(Peek()) is var index and >= 0)
            return "\"\\/\b\f\n\r\t"[index];
        if (Peek() != 'u' || _position + 4 >= _json.Length
            || !ushort.TryParse(_json.Substring(_position + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
        {
            throw Fault("there is no such escape");
        }
        _position += 4;
        return (char)unit;
    }

    private JsonValue Word(string word, JsonKind kind)
    {
        if (string.CompareOrdinal(_json, _position, word, 0, word.Length) != 0)
            throw Fault("a value is expected; texts need double quotes");
        _position += word.Length;
        return new JsonValue(kind, word);
    }

    private void Take(char expected, string problem)
    {
        if (Peek() != expected)
            throw Fault(problem);
        _position++;
    }

    private void SkipSpace()
    {
        while (Peek() is ' ' or '\t' or '\n' or '\r')
            _position++;
    }

    private char Peek(int distance = 0) => _position + distance < _json.Length ? _json[_position + distance] : '\0';

    private FormatException Fault(string problem) => new($"{problem} (at character {(_position + 1).ToString(CultureInfo.InvariantCulture)})");
}
