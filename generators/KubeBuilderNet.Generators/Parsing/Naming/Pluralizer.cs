namespace KubeBuilderNet.Generators.Parsing.Naming;

/// <summary>The English plural that names a kind in paths, as Go's library gives it, oddities included: the names must agree.</summary>
internal static class Pluralizer
{
    private static readonly Dictionary<string, string> Words = ReadPairs("""
        person people, child children, man men, woman women, ox oxen, goose geese, tooth teeth, foot feet, mouse mice,
        quiz quizzes, datum data, octopus octupuses, hero heroes, potato potatoes, tomato tomatoes, echo echoes, cargo cargoes,
        info infoes, movie movies, cookie cookies, die dice, vita vitae, nebula nebulae, plateau plateaux, tableau tableaux,
        criterion criteria, phenomenon phenomena, stratum strata, medium media, memorandum memoranda, bacterium bacteria,
        alumnus alumni, cactus cacti, radius radii, focus foci, locus loci, nucleus nuclei, syllabus syllabi, leaf leaves,
        knife knives, wife wives, life lives, shelf shelves, wolf wolves, half halves, calf calves, dns dnses, tls tlses,
        aws awses, os oses
        """);

    // Words that are their own plural.
    private static readonly HashSet<string> Unchanged = new(StringComparer.Ordinal)
    {
        "sheep", "series", "species", "news", "equipment", "information", "money", "rice", "jeans", "police", "moose", "deer", "fish",
        "bison", "salmon", "trout", "swine", "data", "metadata", "media",
    };

    // The first suffix that fits decides: how many letters go, and what comes.
    private static readonly (string Suffix, int Cut, string Ending)[] Rules =
    [
        ("child", 0, "ren"), ("person", 4, "ople"),
        ("isis", 2, "es"), ("ysis", 2, "es"), ("asis", 2, "es"), ("esis", 2, "es"), ("axis", 2, "es"),
        ("ix", 2, "ices"), ("ex", 2, "ices"),
        ("ay", 0, "s"), ("ey", 0, "s"), ("oy", 0, "s"), ("uy", 0, "s"), ("y", 1, "ies"),
        ("alias", 0, "es"), ("ss", 0, "es"), ("us", 0, "es"),
        ("ch", 0, "es"), ("sh", 0, "es"), ("x", 0, "es"), ("zz", 0, "es"),
    ];

    public static string Pluralize(string kind)
    {
        var word = kind.ToLowerInvariant();
        if (Unchanged.Contains(word))
            return word;
        if (Words.TryGetValue(word, out var plural))
            return plural;
        foreach (var (suffix, cut, ending) in Rules)
        {
            if (word.EndsWith(suffix, StringComparison.Ordinal))
                return word.Substring(0, word.Length - cut) + ending;
        }
        return word.EndsWith("s", StringComparison.Ordinal) ? word : word + "s";
    }

    private static Dictionary<string, string> ReadPairs(string text) => text
        .Split(',')
        .Select(pair => pair.Trim().Split(' '))
        .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
}
