using System.Collections.Immutable;

namespace KubeBuilderNet.Scaffolding.Importing.Types;

/// <summary>The way from a kind to a value in it, as words for the name of the value's type.</summary>
internal sealed record TypePath(string Kind, ImmutableArray<string> Words)
{
    public TypePath Property(string jsonName) => new(Kind, Words.Add(MemberName.Pascal(jsonName)));

    /// <summary>One of several: <c>Usages</c> becomes <c>Usage</c>.</summary>
    public TypePath Item() => Words.Length == 0 ? this : new(Kind, Words.SetItem(Words.Length - 1, EnglishWord.Singular(Words[^1])));

    public TypePath Word(string word) => new(Kind, Words.Add(word));

    /// <summary>Names for the type, the shortest first: the kind with the last word, then with ever more of the words before it.</summary>
    public IEnumerable<string> Names()
    {
        if (Words.Length == 0)
            yield return Kind;
        for (var start = Words.Length - 1; start >= 0; start--)
            yield return Kind + string.Concat(Words.Skip(start));
        for (var number = 2; ; number++)
            yield return Kind + string.Concat(Words) + number;
    }
}
