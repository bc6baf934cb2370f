using System.Text;

namespace KubeBuilderNet.Generators.Parsing.Rules;

/// <summary>Names of properties as expressions write them: Kubernetes escapes what no identifier can hold.</summary>
/// <remarks>https://kubernetes.io/docs/reference/using-api/cel/#escaping</remarks>
internal static class CelNames
{
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "true", "false", "null", "in", "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "package",
        "namespace", "return", "var", "void", "while",
    };

    public static string Escape(string name)
    {
        if (Reserved.Contains(name))
            return $"__{name}__";
        if (name.IndexOfAny(['.', '-', '/']) < 0 && name.IndexOf("__", StringComparison.Ordinal) < 0)
            return name;
        var escaped = new StringBuilder(name.Length + 16);
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] == '_' && i + 1 < name.Length && name[i + 1] == '_')
            {
                escaped.Append("__underscores__");
                i++;
                continue;
            }
            escaped.Append(name[i] switch { '.' => "__dot__", '-' => "__dash__", '/' => "__slash__", _ => name[i].ToString() });
        }
        return escaped.ToString();
    }
}
