namespace KubeBuilderNet.Generators.Parsing.Checks.Re2;

/// <summary>Reads a pattern from left to right, keeping of what it read only what a later character may depend on.</summary>
internal sealed class PatternParser(string pattern)
{
    private const int MaxRepeat = 1000;
    private readonly PatternText _text = new(pattern);

    /// <summary>The groups around the place being read, outermost first.</summary>
    private readonly Stack<Group> _groups = new();

    private Group _group = new(0);

    /// <summary>What a repetition here would repeat: how often that repeats something itself, or null for nothing.</summary>
    private int? _operand;

    public void Parse()
    {
        var repeated = (int?)null;
        while (!_text.IsAtEnd)
        {
            var start = _text.Position;
            if (TryRepetition(repeated))
            {
                repeated = start;
                continue;
            }
            repeated = null;
            ReadAtom(start);
        }
        if (_groups.Count > 0)
            throw new PatternException($"the group that opens at character {_group.Start + 1} isn't closed: write ')', or '\\(' for the character itself");
    }

    private void ReadAtom(int start)
    {
        switch (_text.Peek())
        {
            case '(':
                ReadGroup();
                break;
            case ')':
                CloseGroup(start);
                break;
            case '|':
                _text.Skip();
                KeepOperand();
                _operand = null;
                break;
            case '[':
                CharacterClasses.Read(_text);
                Operand(1);
                break;
            case '\\':
                ReadEscape();
                break;
            default:
                _text.Take();
                Operand(1);
                break;
        }
    }

    private void Operand(int repeats)
    {
        KeepOperand();
        _operand = repeats;
    }

    private void KeepOperand()
    {
        if (_operand > _group.Repeats)
            _group.Repeats = _operand.Value;
    }

    private void ReadEscape()
    {
        if (_text.TryTake("\\Q"))
        {
            var end = _text.Find("\\E");
            var isEmpty = end == _text.Position || _text.IsAtEnd;
            _text.MoveTo(end < 0 ? pattern.Length : end + 2);
            if (!isEmpty)
                Operand(1);
            return;
        }
        if (_text.Peek(1) is 'A' or 'b' or 'B' or 'z')
            _text.Skip(2);
        else if (!UnicodeClasses.TryRead(_text) && !CharacterEscapes.TryReadClass(_text))
            CharacterEscapes.Read(_text);
        Operand(1);
    }

    private void ReadGroup()
    {
        var start = _text.Position;
        _text.Skip();
        if (_text.Peek() == '?' && !GroupHeads.Read(_text, start))
            return;
        KeepOperand();
        _groups.Push(_group);
        _group = new Group(start);
        _operand = null;
    }

    private void CloseGroup(int start)
    {
        _text.Skip();
        if (_groups.Count == 0)
            throw _text.Fault(start, "no group is open here; write '\\)' for the character itself");
        KeepOperand();
        var repeats = _group.Repeats;
        _group = _groups.Pop();
        _operand = repeats;
    }

    private bool TryRepetition(int? repeated)
    {
        var start = _text.Position;
        var factor = 1;
        if (_text.Peek() is '*' or '+' or '?')
            _text.Skip();
        else if (_text.Peek() != '{' || !Counts.TryRead(_text, MaxRepeat, out factor))
            return false;
        _text.TryTake("?");
        if (repeated is { } first)
            throw _text.Fault(first, Stacked(_text.From(start)));
        if (_operand is not { } repeats)
            throw _text.Fault(start, "there is nothing to repeat here; write a backslash before it for the character itself");
        // As in Go, what is repeated no time at all may hold anything.
        _operand = factor == 0 ? 1 : repeats * factor;
        if (factor > 1 && _operand > MaxRepeat)
            throw _text.Fault(start, $"repetitions within each other may count up to {MaxRepeat} altogether; this makes {_operand}");
        return true;
    }

    private static string Stacked(string second) => second[0] == '+'
        ? "RE2 has no possessive repetitions, and needs none as it never backtracks; leave the '+' out"
        : "a repetition can't be repeated; put it in a group: '(?:…)'";

    private sealed class Group(int start)
    {
        public int Start { get; } = start;

        /// <summary>The most that anything in it repeats.</summary>
        public int Repeats { get; set; } = 1;
    }
}
