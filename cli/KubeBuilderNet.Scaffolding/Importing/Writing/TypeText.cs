using System.Text;

namespace KubeBuilderNet.Scaffolding.Importing.Writing;

/// <summary>One declared type: its lines, and the namespaces that a file with it uses.</summary>
internal sealed class TypeText(string name)
{
    private const int LongestLine = 140;

    private readonly StringBuilder _text = new();

    public string Name { get; } = name;

    public SortedSet<string> Usings { get; } = new(StringComparer.Ordinal);

    /// <summary>The warnings that the type would give, about what an imported definition says and API servers accept.</summary>
    public SortedSet<string> Warnings { get; } = new(StringComparer.Ordinal);

    public int Lines { get; private set; }

    /// <summary>How many attributes carry a schema as JSON.</summary>
    public int RawSchemas { get; private set; }

    public TypeText Line(string line = "")
    {
        _text.Append(line).Append('\n');
        Lines++;
        return this;
    }

    public void Summary(string? text, string indent)
    {
        if (text is null || !Comment.CanHold(text))
            return;
        foreach (var line in Comment.Summary(text))
            Line(indent + line);
    }

    /// <summary>A declaration below its attributes, or beside a single short one.</summary>
    public void Declaration(IReadOnlyList<string> attributes, string declaration, string indent, bool mayShareLine)
    {
        RawSchemas += attributes.Count(attribute => attribute.StartsWith("RawSchema(", StringComparison.Ordinal));
        if (mayShareLine && attributes is [var only] && indent.Length + only.Length + declaration.Length + 3 <= LongestLine)
        {
            Line($"{indent}[{only}] {declaration}");
            return;
        }
        foreach (var attribute in attributes)
            Line($"{indent}[{attribute}]");
        Line(indent + declaration);
    }

    public override string ToString() => _text.ToString();
}
