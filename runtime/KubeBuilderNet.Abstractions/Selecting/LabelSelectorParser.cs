namespace KubeBuilderNet.Selecting;

/// <summary>Reads a selector's text from left to right.</summary>
internal sealed class LabelSelectorParser(string text)
{
    private int _at;

    internal List<LabelRequirement> Read()
    {
        var requirements = new List<LabelRequirement>();
        SkipSpace();
        if (_at == text.Length)
            return requirements;
        do
            requirements.Add(Requirement());
        while (Takes(","));
        return _at == text.Length ? requirements : throw Fault("a comma");
    }

    private LabelRequirement Requirement()
    {
        if (Takes("!"))
            return LabelRequirement.DoesNotExist(Word("a label"));
        var key = Word("a label");
        if (Takes("!="))
            return LabelRequirement.NotIn(key, Word(null));
        if (Takes("==") || Takes("="))
            return LabelRequirement.In(key, Word(null));
        if (_at == text.Length || text[_at] == ',')
            return LabelRequirement.Exists(key);
        var begin = _at;
        switch (Word("an operator"))
        {
            case "in":
                return LabelRequirement.In(key, Values());
            case "notin":
                return LabelRequirement.NotIn(key, Values());
            default:
                _at = begin;
                throw Fault("=, !=, in, notin or a comma");
        }
    }

    private List<string> Values()
    {
        if (!Takes("("))
            throw Fault("(");
        var values = new List<string>();
        do
            values.Add(Word(null));
        while (Takes(","));
        return Takes(")") ? values : throw Fault(", or )");
    }

    // A value may be empty; what must not is named. Each word and token takes the space behind it.
    private string Word(string? needed)
    {
        var begin = _at;
        while (_at < text.Length && (char.IsAsciiLetterOrDigit(text[_at]) || text[_at] is '-' or '_' or '.' or '/'))
            _at++;
        var word = text[begin.._at];
        if (word.Length == 0 && needed is not null)
            throw Fault(needed);
        SkipSpace();
        return word;
    }

    private bool Takes(string token)
    {
        if (!text.AsSpan(_at).StartsWith(token, StringComparison.Ordinal))
            return false;
        _at += token.Length;
        SkipSpace();
        return true;
    }

    private void SkipSpace()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
            _at++;
    }

    private FormatException Fault(string expected) => new($"'{text}' is no label selector: {expected} is expected {(_at == text.Length ? "at its end" : $"before '{text[_at..]}'")}.");
}
