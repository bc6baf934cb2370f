using CsCheck;

namespace KubeBuilderNet.Generators.Tests.HalfTyped;

/// <summary>What typing does to a source: parts are missing, doubled, moved or replaced by what is often typed.</summary>
internal static class Mutation
{
    private static readonly Gen<string> Typed = Gen.OneOf(new[]
    {
        "", "(", ")", "[", "]", "{", "}", "<", ">", "\"", "\"\"\"", "'", ";", ",", ".", "=", "?", "null", "default!", "typeof(", "nameof(", "-1", "1e999",
        "\\", "\\uD800", "\0", "\n", "public ", "partial ", "required ", "int", "string", "Missing", "dynamic", "void", "T", "params ", "static ", "this", "#if X\n", "/// <summary>&",
    }.Select(Gen.Const).ToArray());

    /// <summary>The source with one to six of its parts replaced.</summary>
    public static Gen<string> Of(string source) =>
        Gen.Select(Gen.Int[0, source.Length], Gen.OneOf(Gen.Int[0, 3], Gen.Int[0, 80]), Typed, Gen.Bool)
            .Array[1, 6]
            .Select(edits => edits.Aggregate(source, Replace));

    private static string Replace(string text, (int Start, int Length, string New, bool Doubles) edit)
    {
        var start = Math.Min(edit.Start, text.Length);
        var length = Math.Min(edit.Length, text.Length - start);
        var after = start + (edit.Doubles ? 0 : length);
        return string.Concat(text.AsSpan(0, start), text.AsSpan(start, edit.Doubles ? length : 0), edit.New, text.AsSpan(after));
    }
}
