using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KubeBuilderNet.Scaffolding.Helm;

namespace KubeBuilderNet.Scaffolding.Tests.Support;

/// <summary>The expressions of Go's templates, with the functions of Helm's that charts of ours call.</summary>
internal sealed partial class HelmExpression(Func<string, object?, string> include)
{
    public object? Evaluate(string text, object? dot, IReadOnlyDictionary<string, object?> variables) =>
        Pipeline(new Queue<string>(Token().Matches(text).Select(match => match.Value)), dot, variables);

    public static bool IsTrue(object? value) => value switch
    {
        null or false or "" or 0L => false,
        IReadOnlyDictionary<string, object?> map => map.Count > 0,
        List<object?> list => list.Count > 0,
        _ => true,
    };

    /// <summary>JSON as the values that expressions work on.</summary>
    public static object? FromJson(JsonNode? node) => node switch
    {
        null => null,
        JsonObject map => map.ToDictionary(pair => pair.Key, pair => FromJson(pair.Value)),
        JsonArray list => list.Select(FromJson).ToList(),
        _ => node.GetValueKind() switch
        {
            JsonValueKind.String => (string)node!,
            JsonValueKind.Number => (long)node!,
            _ => (bool)node!,
        },
    };

    private static JsonNode? ToJson(object? value) => value switch
    {
        null => null,
        IReadOnlyDictionary<string, object?> map => new JsonObject(map.Select(pair => KeyValuePair.Create(pair.Key, ToJson(pair.Value)))),
        List<object?> list => new JsonArray([.. list.Select(ToJson)]),
        string text => JsonValue.Create(text),
        long number => JsonValue.Create(number),
        bool flag => JsonValue.Create(flag),
        _ => throw new InvalidOperationException($"no JSON of {value}"),
    };

    private object? Pipeline(Queue<string> tokens, object? dot, IReadOnlyDictionary<string, object?> variables)
    {
        object? value = null;
        var isFirst = true;
        while (true)
        {
            value = Command(tokens, dot, variables, isFirst ? [] : [value]);
            isFirst = false;
            if (!tokens.TryPeek(out var next) || next == ")")
                return value;
            Assert.Equal("|", tokens.Dequeue());
        }
    }

    private object? Command(Queue<string> tokens, object? dot, IReadOnlyDictionary<string, object?> variables, object?[] last)
    {
        var operands = new List<object?>();
        string? function = null;
        while (tokens.TryPeek(out var next) && next is not ("|" or ")"))
        {
            tokens.Dequeue();
            if (function is null && operands.Count == 0 && char.IsLetter(next[0]) && next is not ("true" or "false"))
                function = next;
            else
                operands.Add(Operand(next, tokens, dot, variables));
        }
        operands.AddRange(last);
        return function is null ? Assert.Single(operands) : Call(function, operands);
    }

    private object? Operand(string token, Queue<string> tokens, object? dot, IReadOnlyDictionary<string, object?> variables)
    {
        if (token == "(")
        {
            var inner = Pipeline(tokens, dot, variables);
            Assert.Equal(")", tokens.Dequeue());
            return inner;
        }
        return token switch
        {
            ['"' or '`', .. var text, _] => text,
            ['$', ..] => Fields(variables[token.Split('.')[0]], token.Split('.').Skip(1)),
            ['.', .. var path] => Fields(dot, path.Split('.', StringSplitOptions.RemoveEmptyEntries)),
            "dict" => new Dictionary<string, object?>(),
            _ => long.Parse(token, CultureInfo.InvariantCulture),
        };
    }

    private static object? Fields(object? value, IEnumerable<string> path)
    {
        foreach (var field in path)
        {
            var map = Assert.IsType<IReadOnlyDictionary<string, object?>>(value, exactMatch: false);
            Assert.True(map.ContainsKey(field) || field is "tag" or "name", $"no field {field}");
            value = map.GetValueOrDefault(field);
        }
        return value;
    }

    private object? Call(string function, List<object?> given) => (function, given) switch
    {
        ("include", [string name, var context]) => include(name, context),
        ("toYaml", [var value]) => string.Join('\n', ChartText.Lines(ToJson(value)!)),
        ("nindent", [long spaces, string text]) => "\n" + string.Join('\n', text.Split('\n').Select(line => new string(' ', (int)spaces) + line)),
        ("default", [var other, var value]) => IsTrue(value) ? value : other,
        ("quote", [var value]) => JsonSerializer.Serialize(Convert.ToString(value, CultureInfo.InvariantCulture)),
        ("trunc", [long length, string text]) => text[..(int)Math.Min(length, text.Length)],
        ("trimSuffix", [string end, string text]) => text.EndsWith(end, StringComparison.Ordinal) ? text[..^end.Length] : text,
        ("contains", [string part, string text]) => text.Contains(part, StringComparison.Ordinal),
        ("replace", [string old, string other, string text]) => text.Replace(old, other, StringComparison.Ordinal),
        ("printf", [string format, .. var values]) => values.Aggregate(format, (text, value) => text[..text.IndexOf("%s", StringComparison.Ordinal)] + value + text[(text.IndexOf("%s", StringComparison.Ordinal) + 2)..]),
        ("dict", var pairs) => Enumerable.Range(0, pairs.Count / 2).ToDictionary(i => (string)pairs[2 * i]!, i => pairs[(2 * i) + 1]),
        ("list", var items) => items,
        ("hasKey", [IReadOnlyDictionary<string, object?> map, string key]) => map.ContainsKey(key),
        ("not", [var value]) => !IsTrue(value),
        ("and", var values) => values.Find(value => !IsTrue(value)) is { } no && values.Exists(value => !IsTrue(value)) ? no : values.Exists(value => !IsTrue(value)) ? null : values[^1],
        ("or", var values) => values.Find(IsTrue) ?? values[^1],
        ("ternary", [var yes, var no, var condition]) => IsTrue(condition) ? yes : no,
        ("int", [long number]) => number,
        ("sub", [long left, long right]) => left - right,
        ("len", [string text]) => (long)text.Length,
        ("fail", [string message]) => throw new InvalidOperationException(message),
        _ => throw new InvalidOperationException($"{function} of {given.Count} is not known"),
    };

    [GeneratedRegex("""[(|)]|"[^"]*"|`[^`]*`|[^\s(|)]+""")]
    private static partial Regex Token();
}
