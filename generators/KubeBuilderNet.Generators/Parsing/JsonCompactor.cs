using System.Globalization;
using System.Text;
using KubeBuilderNet.Generators.Infrastructure;

namespace KubeBuilderNet.Generators.Parsing;

/// <summary>Reads JSON that somebody wrote and writes it compactly, each text as this generator escapes it.</summary>
internal sealed class JsonCompactor
{
    private const int MaxDepth = 64;
    private readonly string _json;
    private readonly StringBuilder _compact = new();
    private int _position;

    private JsonCompactor(string json) => _json = json;

    /// <summary>The same JSON without white space, or null if it isn't JSON.</summary>
    public static string? Compact(string json)
    {
        var compactor = new JsonCompactor(json);
        return compactor.Value(0) && compactor.Next() == '\0' && compactor._position >= json.Length ? compactor._compact.ToString() : null;
    }

    private bool Value(int depth) => depth < MaxDepth && Next() switch
    {
        '{' => Sequence('{', '}', () => Member(depth)),
        '[' => Sequence('[', ']', () => Value(depth + 1)),
        '"' => Text(),
        't' => Word("true"),
        'f' => Word("false"),
        'n' => Word("null"),
        _ => Number(),
    };

    private bool Member(int depth) => Next() == '"' && Text() && Take(':') && Value(depth + 1);

    private bool Sequence(char open, char close, Func<bool> element)
    {
        Take(open);
        if (Take(close))
            return true;
        do
        {
            if (!element())
                return false;
        }
        while (Take(','));
        return Take(close);
    }

    private bool Word(string word)
    {
        if (string.CompareOrdinal(_json, _position, word, 0, word.Length) != 0)
            return false;
        _compact.Append(word);
        _position += word.Length;
        return true;
    }

    private bool Number()
    {
        var start = _position;
        Skip('-');
        var isWhole = Skip('0') || Digits();
        if (!isWhole || (Skip('.') && !Digits()))
            return false;
        if (Skip('e') || Skip('E'))
        {
            _ = Skip('+') || Skip('-');
            if (!Digits())
                return false;
        }
        _compact.Append(_json, start, _position - start);
        return true;
    }

    private bool Digits()
    {
        var start = _position;
        while (_position < _json.Length && _json[_position] is >= '0' and <= '9')
            _position++;
        return _position > start;
    }

    private bool Text()
    {
        var text = new StringBuilder();
        for (_position++; _position < _json.Length; _position++)
        {
            var c = _json[_position];
            if (c == '"')
            {
                _position++;
                _compact.Append(JsonWriter.Quote(text.ToString()));
                return true;
            }
            if (c < ' ' || (c == '\\' && !Escape(out c)))
                return false;
            text.Append(c);
        }
        return false;
    }

    private bool Escape(out char c)
    {
        c = ++_position < _json.Length ? _json[_position] : '\0';
        if (c == 'u')
        {
            var isHex = ushort.TryParse(
                _json.Substring(_position + 1, Math.Min(4, _json.Length - _position - 1)), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code);
            _position += 4;
            c = (char)code;
            return isHex && _position < _json.Length;
        }
        var index = "\"\\/bfnrt".IndexOf(c);
        if (index >= 0)
            c = "\"\\/\b\f\n\r\t"[index];
        return index >= 0;
    }

    // The next character that isn't white space, or zero at the end.
    private char Next()
    {
        while (_position < _json.Length && _json[_position] is ' ' or '\t' or '\n' or '\r')
            _position++;
        return _position < _json.Length ? _json[_position] : '\0';
    }

    private bool Take(char c)
    {
        if (Next() != c || !Skip(c))
            return false;
        _compact.Append(c);
        return true;
    }

    private bool Skip(char c)
    {
        if (_position >= _json.Length || _json[_position] != c)
            return false;
        _position++;
        return true;
    }
}
