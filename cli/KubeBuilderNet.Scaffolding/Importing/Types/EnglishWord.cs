namespace KubeBuilderNet.Scaffolding.Importing.Types;

/// <summary>Just enough English for the names of a list's items.</summary>
internal static class EnglishWord
{
    private static readonly string[] Sibilants = ["sses", "shes", "ches", "xes", "zzes", "uses", "liases"];
    private static readonly string[] NoPlurals = ["ss", "us", "is"];

    public static string Singular(string word)
    {
        if (word.Length < 4 || !word.EndsWith('s') || Array.Exists(NoPlurals, word.EndsWith))
            return word;
        if (word.EndsWith("ies", StringComparison.Ordinal))
            return word[..^3] + "y";
        return Array.Exists(Sibilants, word.EndsWith) ? word[..^2] : word[..^1];
    }
}
