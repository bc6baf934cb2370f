using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace KubeBuilderNet.Scaffolding.Yaml;

/// <summary>Short texts as YAML.</summary>
public static class YamlText
{
    /// <summary>A name as it can stand in YAML: bare, or in quotes where it would be read as something else (<c>on</c>, <c>1e3</c>).</summary>
    /// <param name="name">Letters, digits, '-', '.', '_' and '/' only.</param>
    public static string Plain(string name)
    {
        var read = YamlScalar.ToJson(new Scalar(AnchorName.Empty, TagName.Empty, name, ScalarStyle.Plain, true, false));
        return read is JsonValue value && value.TryGetValue<string>(out _) ? name : $"\"{name}\"";
    }
}
