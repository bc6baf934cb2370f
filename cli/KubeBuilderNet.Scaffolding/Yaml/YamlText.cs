using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace KubeBuilderNet.Scaffolding.Yaml;

/// <summary>Short texts as YAML.</summary>
public static partial class YamlText
{
    /// <summary>A text as it can stand in YAML: bare where every reader takes it as that text, else in quotes (<c>on</c>, <c>1e3</c>, <c>12:30</c>).</summary>
    public static string Of(string text) => Bare().IsMatch(text) && IsText(text) ? text : $"\"{JsonEncodedText.Encode(text)}\"";

    private static bool IsText(string text) =>
        YamlScalar.ToJson(new Scalar(AnchorName.Empty, TagName.Empty, text, ScalarStyle.Plain, true, false)) is JsonValue value && value.TryGetValue<string>(out _);

    // A colon after digits would be a number of base 60 in YAML 1.1.
    [GeneratedRegex(@"^(?![0-9]+:)[A-Za-z0-9_/.][A-Za-z0-9_/.@+-]*(:[A-Za-z0-9_/.@+-]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Bare();
}
