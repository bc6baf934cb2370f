using System.Globalization;
using System.Text.RegularExpressions;

namespace KubeBuilderNet.Scaffolding.Tests.Support;

/// <summary>As much of Go's templates as charts of ours use. What it doesn't know is an error, and so is a field of what isn't there.</summary>
internal sealed partial class HelmTemplate(IReadOnlyDictionary<string, object?> root, Dictionary<string, HelmTemplate.Node[]> defined)
{
    private readonly HelmExpression _expressions = new((name, context) => new HelmTemplate((IReadOnlyDictionary<string, object?>)context!, defined).Render(defined[name]));

    public static Dictionary<string, Node[]> Define(string text)
    {
        var defined = new Dictionary<string, Node[]>(StringComparer.Ordinal);
        foreach (var node in Parse(text).Where(node => node.Action.StartsWith("define ", StringComparison.Ordinal)))
            defined[node.Action["define ".Length..].Trim('"')] = node.Then;
        return defined;
    }

    public string Render(string text) => Render(Parse(text));

    private string Render(Node[] nodes) => Render(nodes, root, new Dictionary<string, object?>(StringComparer.Ordinal) { ["$"] = root });

    private string Render(Node[] nodes, object? dot, Dictionary<string, object?> variables) => string.Concat(nodes.Select(node => Render(node, dot, variables)));

    private string Render(Node node, object? dot, Dictionary<string, object?> variables)
    {
        if (node.Text is not null)
            return node.Text;
        var (word, rest) = Cut(node.Action, ' ');
        switch (word)
        {
            case "define":
                return "";
            case "if":
                return HelmExpression.IsTrue(_expressions.Evaluate(rest, dot, variables)) ? Render(node.Then, dot, variables) : Render(node.Else, dot, variables);
            case "with":
                var value = _expressions.Evaluate(rest, dot, variables);
                return HelmExpression.IsTrue(value) ? Render(node.Then, value, variables) : Render(node.Else, dot, variables);
            case "range":
                return string.Concat(Range(node, rest, dot, variables));
        }
        if (Assignment().Match(node.Action) is { Success: true } assignment)
        {
            variables[assignment.Groups[1].Value] = _expressions.Evaluate(assignment.Groups[2].Value, dot, variables);
            return "";
        }
        return Convert.ToString(_expressions.Evaluate(node.Action, dot, variables), CultureInfo.InvariantCulture)!;
    }

    private IEnumerable<string> Range(Node node, string rest, object? dot, Dictionary<string, object?> variables)
    {
        var named = NamedRange().Match(rest);
        var items = _expressions.Evaluate(named.Success ? named.Groups[3].Value : rest, dot, variables);
        var pairs = items switch
        {
            IReadOnlyDictionary<string, object?> map => map.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => ((object)pair.Key, pair.Value)),
            List<object?> list => list.Select((item, index) => ((object)(long)index, item)),
            _ => [],
        };
        foreach (var (key, item) in pairs.ToList())
        {
            if (named.Success)
                (variables[named.Groups[1].Value], variables[named.Groups[2].Value]) = (key, item);
            yield return Render(node.Then, item, variables);
        }
    }

    private static Node[] Parse(string text)
    {
        var tokens = new Queue<(string? Text, string Action)>();
        var at = 0;
        var trim = false;
        foreach (Match action in Action().Matches(text))
        {
            var before = text[at..action.Index];
            if (trim)
                before = before.TrimStart();
            tokens.Enqueue((action.Value.StartsWith("{{- ", StringComparison.Ordinal) ? before.TrimEnd() : before, ""));
            if (!action.Groups[1].Value.StartsWith("/*", StringComparison.Ordinal))
                tokens.Enqueue((null, action.Groups[1].Value.Trim()));
            (at, trim) = (action.Index + action.Length, action.Value.EndsWith(" -}}", StringComparison.Ordinal));
        }
        tokens.Enqueue((trim ? text[at..].TrimStart() : text[at..], ""));
        return Block(tokens, out _);
    }

    private static Node[] Block(Queue<(string? Text, string Action)> tokens, out string end)
    {
        var nodes = new List<Node>();
        while (tokens.TryDequeue(out var token))
        {
            var word = Cut(token.Action, ' ').Before;
            if (token.Text is not null)
            {
                nodes.Add(new Node(token.Text, "", [], []));
            }
            else if (word is "end" or "else")
            {
                end = token.Action;
                return [.. nodes];
            }
            else if (word is "if" or "with" or "range" or "define")
            {
                nodes.Add(Branches(token.Action, tokens));
            }
            else
            {
                nodes.Add(new Node(null, token.Action, [], []));
            }
        }
        end = "";
        return [.. nodes];
    }

    private static Node Branches(string action, Queue<(string? Text, string Action)> tokens)
    {
        var then = Block(tokens, out var end);
        return end switch
        {
            "end" => new Node(null, action, then, []),
            "else" => new Node(null, action, then, Block(tokens, out _)),
            ['e', 'l', 's', 'e', ' ', .. var other] => new Node(null, action, then, [Branches(other, tokens)]),
            _ => throw new InvalidOperationException($"{action} has no end"),
        };
    }

    private static (string Before, string After) Cut(string text, char at) => text.IndexOf(at) is >= 0 and var found ? (text[..found], text[(found + 1)..]) : (text, "");

    [GeneratedRegex(@"\{\{-? ?(`[^`]*`|/\*.*?\*/|.*?) ?-?\}\}", RegexOptions.Singleline)]
    private static partial Regex Action();

    [GeneratedRegex(@"^(\$\w+) := (.+)$")]
    private static partial Regex Assignment();

    [GeneratedRegex(@"^(\$\w+), (\$\w+) := (.+)$")]
    private static partial Regex NamedRange();

    /// <summary>A text, or an action with what it holds.</summary>
    internal sealed record Node(string? Text, string Action, Node[] Then, Node[] Else);
}
