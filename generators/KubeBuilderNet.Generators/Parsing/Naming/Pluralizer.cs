namespace KubeBuilderNet.Generators.Parsing.Naming;

/// <summary>The English plural of a kind, in lower case, as controller-gen makes it (gobuffalo/flect), its oddities included.</summary>
internal static class Pluralizer
{
    // Each row: an ending, and what takes its place. The first that fits decides; '=' before it means the whole word.
    private static readonly string[,] Rules =
    {
        { "=ox", "oxen" }, { "=day", "days" }, { "person", "people" }, { "child", "children" }, { "=man", "men" }, { "woman", "women" },
        { "mouse", "mice" }, { "moose", "moose" }, { "goose", "geese" }, { "tooth", "teeth" }, { "foot", "feet" },

        { "sheep", "sheep" }, { "data", "data" }, { "media", "media" }, { "equipment", "equipment" }, { "information", "information" },
        { "=money", "money" }, { "=rice", "rice" }, { "police", "police" }, { "=deer", "deer" }, { "=fish", "fish" }, { "=bison", "bison" },
        { "=salmon", "salmon" }, { "=trout", "trout" }, { "=swine", "swine" },

        { "octopus", "octupuses" }, { "cactus", "cacti" }, { "alumnus", "alumni" }, { "radius", "radii" }, { "focus", "foci" },
        { "locus", "loci" }, { "nucleus", "nuclei" }, { "syllabus", "syllabi" }, { "us", "uses" }, { "ss", "sses" },
        { "=redis", "redis" }, { "chassis", "chassis" }, { "is", "es" }, { "alias", "aliases" }, { "s", "s" },

        { "index", "indices" }, { "vertex", "vertices" }, { "matrix", "matrices" }, { "appendix", "appendices" }, { "x", "xes" },
        { "quiz", "quizzes" }, { "z", "zes" }, { "ch", "ches" }, { "sh", "shes" },

        { "datum", "data" }, { "=medium", "media" }, { "stratum", "strata" }, { "memorandum", "memoranda" }, { "bacterium", "bacteria" },
        { "criterion", "criteria" }, { "phenomenon", "phenomena" }, { "nebula", "nebulae" }, { "=vita", "vitae" },
        { "tableau", "tableaux" }, { "plateau", "plateaux" },

        { "leaf", "leaves" }, { "knife", "knives" }, { "wife", "wives" }, { "=life", "lives" }, { "shelf", "shelves" }, { "wolf", "wolves" },
        { "half", "halves" }, { "calf", "calves" },

        { "photo", "photos" }, { "ao", "aos" }, { "eo", "eos" }, { "io", "ios" }, { "oo", "oos" }, { "uo", "uos" }, { "o", "oes" },

        { "ay", "ays" }, { "ey", "eys" }, { "iy", "iys" }, { "oy", "oys" }, { "quy", "quies" }, { "uy", "uys" }, { "y", "ies" },
    };

    /// <summary>The plural of a kind: <c>HTTPClient</c> gives <c>httpclients</c>.</summary>
    public static string Pluralize(string kind)
    {
        var word = kind.ToLowerInvariant();
        // DNS, TLS, OS: the last letter of an abbreviation makes no plural.
        if (kind.Length > 1 && kind.EndsWith("S", StringComparison.Ordinal) && string.Equals(kind, kind.ToUpperInvariant(), StringComparison.Ordinal))
            return word + "es";
        for (var i = 0; i < Rules.GetLength(0); i++)
        {
            var ending = Rules[i, 0];
            var whole = ending[0] == '=';
            if (whole ? word == ending.Substring(1) : word.EndsWith(ending, StringComparison.Ordinal))
                return word.Substring(0, word.Length - ending.Length + (whole ? 1 : 0)) + Rules[i, 1];
        }
        return word + "s";
    }
}
