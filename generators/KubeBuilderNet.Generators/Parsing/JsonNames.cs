using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing;

/// <summary>What System.Text.Json calls things with Kubernetes' settings: camel case, unless an attribute says otherwise.</summary>
internal static class JsonNames
{
    private const string Serialization = "System.Text.Json.Serialization";

    public static string OfEnumMember(IFieldSymbol member) =>
        member.FindAttribute(Serialization, "JsonStringEnumMemberNameAttribute")?.Argument(0) as string ?? member.Name;

    /// <summary>JsonNamingPolicy.CamelCase: lower case up to the last capital before a small letter.</summary>
    public static string CamelCase(string name)
    {
        if (name.Length == 0 || !char.IsUpper(name[0]))
            return name;
        var characters = name.ToCharArray();
        for (var i = 0; i < characters.Length; i++)
        {
            if (i == 1 && !char.IsUpper(characters[i]))
                break;
            var hasNext = i + 1 < characters.Length;
            if (i > 0 && hasNext && !char.IsUpper(characters[i + 1]))
            {
                if (characters[i + 1] == ' ')
                    characters[i] = char.ToLowerInvariant(characters[i]);
                break;
            }
            characters[i] = char.ToLowerInvariant(characters[i]);
        }
        return new string(characters);
    }
}
