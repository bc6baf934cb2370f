using System.Text;

namespace KubeBuilderNet.Scaffolding.Naming;

/// <summary>Names in C#: made from names in Kubernetes, and checked.</summary>
public static class CSharpName
{
    private const string Keywords =
        " abstract as base bool break byte case catch char checked class const continue decimal default delegate do double else enum "
        + "event explicit extern false finally fixed float for foreach goto if implicit in int interface internal is lock long "
        + "namespace new null object operator out override params private protected public readonly ref return sbyte sealed short "
        + "sizeof stackalloc static string struct switch this throw true try typeof uint ulong unchecked unsafe ushort using "
        + "virtual void volatile while ";

    /// <summary>Whether the word is reserved in C#.</summary>
    public static bool IsKeyword(string word) => Keywords.Contains($" {word} ", StringComparison.Ordinal);

    /// <summary>Whether the word can be the name of a type or a namespace without an '@'.</summary>
    public static bool IsIdentifier(string word) =>
        word.Length > 0
        && (char.IsLetter(word[0]) || word[0] == '_')
        && word.All(c => char.IsLetterOrDigit(c) || c == '_')
        && !IsKeyword(word);

    /// <summary><c>my-op</c> to <c>MyOp</c>, <c>sea.creatures</c> to <c>SeaCreatures</c>.</summary>
    public static string Pascal(string name) => Capitalize(name, afterDigits: false);

    /// <summary><c>v1beta1</c> to <c>V1Beta1</c>: as <see cref="Pascal"/>, and a letter after a digit starts a word.</summary>
    public static string PascalVersion(string version) => Capitalize(version, afterDigits: true);

    /// <summary>The root namespace that a project gets by its name: <c>httpclient</c> to <c>Httpclient</c>.</summary>
    /// <returns>A name that clashes with nothing: <c>task</c> gives <c>TaskOperator</c>, <c>3scale</c> gives <c>Operator3scale</c>.</returns>
    public static string RootNamespace(string projectName)
    {
        var name = Pascal(projectName);
        if (!char.IsLetter(name[0]))
            return "Operator" + name;
        return CheckNamespace(name) is null ? name : name + "Operator";
    }

    /// <summary>Null when a project's root namespace can have this name, else what is wrong with it.</summary>
    public static string? CheckNamespace(string name)
    {
        var parts = name.Split('.');
        foreach (var part in parts)
        {
            if (IsKeyword(part))
                return $"has the C# keyword '{part}' in it";
            if (!IsIdentifier(part))
                return "is no C# namespace: use letters, digits and '_', with dots between names";
        }
        return parts[0] switch
        {
            "System" or "Microsoft" or "KubeBuilderNet" or "k8s" => $"would hide the namespace {parts[0]} from the project's code",
            _ => KnownTypes.Find(parts[0]) is { } type ? $"would hide the type {type} from the project's code" : null,
        };
    }

    private static string Capitalize(string name, bool afterDigits)
    {
        var result = new StringBuilder(name.Length);
        var start = true;
        foreach (var c in name)
        {
            if (char.IsLetterOrDigit(c))
                result.Append(start ? char.ToUpperInvariant(c) : c);
            start = !char.IsLetterOrDigit(c) || (afterDigits && char.IsAsciiDigit(c));
        }
        return result.ToString();
    }
}
