namespace KubeBuilderNet.Generators.Tests.Documentation;

/// <summary>A row of <c>_data/attribute-examples.txt</c>: markers of controller-gen, the C# that says the same, and where its effect is seen.</summary>
internal sealed record AttributeExample(string Section, IReadOnlyList<string> Markers, string Kind, string Code, string Host, string Where)
{
    public static IReadOnlyList<AttributeExample> Parse(string text)
    {
        var examples = new List<AttributeExample>();
        var section = "";
        foreach (var line in text.Split('\n').Where(line => line.Length > 0))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
                section = line[3..];
            if (line.StartsWith('#'))
                continue;
            var cells = line.Split(";;").Select(cell => cell.Trim()).ToArray();
            examples.Add(new AttributeExample(
                section,
                cells[0] == "-" ? [] : cells[0].Split(", "),
                cells[1],
                cells[2],
                cells.ElementAtOrDefault(3) ?? "",
                cells.ElementAtOrDefault(4) ?? ""));
        }
        return examples;
    }

    /// <summary>The C# without what a comment adds for readers.</summary>
    public string Source => Code.Split("     //")[0];
}
