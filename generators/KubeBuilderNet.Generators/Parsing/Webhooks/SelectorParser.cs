using System.Text.RegularExpressions;
using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;

namespace KubeBuilderNet.Generators.Parsing.Webhooks;

/// <summary>Reads label selectors as kubectl writes them: <c>app=web,env in (a,b),!legacy</c>.</summary>
/// <remarks>See https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors.</remarks>
internal static class SelectorParser
{
    private static readonly Regex Requirement = new(
        @"^\s*(?:(?<not>!)\s*(?<key>[^\s!=,()]+)|(?<key>[^\s!=,()]+)(?:\s*(?<equals>==|=|!=)\s*(?<value>[^\s!=,()]*)|\s+(?<set>in|notin)\s*\((?<values>[^()]*)\))?)\s*$",
        RegexOptions.CultureInvariant);

    /// <summary>The selector, or what is wrong with its text.</summary>
    public static (LabelSelector? Selector, string? Fault) Parse(string text)
    {
        var labels = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var requirements = new List<LabelRequirement>();
        foreach (var part in SplitOutsideParentheses(text))
        {
            var match = Requirement.Match(part);
            if (!match.Success)
                return (null, $"'{part.Trim()}' is no requirement on a label: write 'key', '!key', 'key=value', 'key!=value', 'key in (a,b)' or 'key notin (a,b)'");
            var key = match.Groups["key"].Value;
            if (!KubernetesNames.IsQualifiedName(key))
                return (null, $"'{key}' can't be the key of a label");
            var values = Values(match);
            if (values.FirstOrDefault(value => !KubernetesNames.IsLabelValue(value)) is { } wrong)
                return (null, $"'{wrong}' can't be the value of a label");
            if (match.Groups["equals"].Value is "=" or "==")
            {
                if (labels.TryGetValue(key, out var other) && other != values[0])
                    return (null, $"the label '{key}' can't be '{other}' and '{values[0]}' at once");
                labels[key] = values[0];
            }
            else
                requirements.Add(new LabelRequirement(key, Operator(match), values.ToEquatableArray()));
        }
        return (new LabelSelector(labels.Select(label => new MatchLabel(label.Key, label.Value)).ToEquatableArray(), requirements.ToEquatableArray()), null);
    }

    private static List<string> Values(Match match) => match switch
    {
        _ when match.Groups["equals"].Success => [match.Groups["value"].Value],
        _ when match.Groups["set"].Success => [.. match.Groups["values"].Value.Split(',').Select(value => value.Trim())],
        _ => [],
    };

    private static string Operator(Match match) => match switch
    {
        _ when match.Groups["equals"].Success || match.Groups["set"].Value == "notin" => "NotIn",
        _ when match.Groups["set"].Success => "In",
        _ when match.Groups["not"].Success => "DoesNotExist",
        _ => "Exists",
    };

    private static IEnumerable<string> SplitOutsideParentheses(string text)
    {
        var (start, depth) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == ',' && depth == 0)
            {
                yield return text.Substring(start, i - start);
                start = i + 1;
            }
            depth += text[i] switch { '(' => 1, ')' => -1, _ => 0 };
        }
        yield return text.Substring(start);
    }
}
