namespace KubeBuilderNet.Generators.Parsing.Checks.Re2;

/// <summary>Classes of Unicode: <c>\pL</c>, <c>\p{Greek}</c>, <c>\P{^Lu}</c>. Names are compared as Go 1.25 does: letters and digits only, in any case.</summary>
internal static class UnicodeClasses
{
    private const string Categories = """
        Any ASCII Assigned
        C Cc Cf Cn Co Cs L LC Ll Lm Lo Lt Lu M Mc Me Mn N Nd Nl No P Pc Pd Pe Pf Pi Po Ps S Sc Sk Sm So Z Zl Zp Zs
        Other Control cntrl Format Unassigned Private_Use Surrogate Letter Cased_Letter Lowercase_Letter Modifier_Letter Other_Letter
        Titlecase_Letter Uppercase_Letter Mark Combining_Mark Spacing_Mark Enclosing_Mark Nonspacing_Mark Number Decimal_Number digit
        Letter_Number Other_Number Punctuation punct Connector_Punctuation Dash_Punctuation Close_Punctuation Final_Punctuation
        Initial_Punctuation Other_Punctuation Open_Punctuation Symbol Currency_Symbol Modifier_Symbol Math_Symbol Other_Symbol
        Separator Line_Separator Paragraph_Separator Space_Separator
        """;

    // Scripts of several words, such as Old_Italic, Go 1.25 and later refuse by any name.
    private const string Scripts = """
        Adlam Ahom Arabic Armenian Avestan Balinese Bamum Batak Bengali Bhaiksuki Bopomofo Brahmi Braille Buginese Buhid Carian Chakma
        Cham Cherokee Chorasmian Common Coptic Cuneiform Cypriot Cyrillic Deseret Devanagari Dogra Duployan Elbasan Elymaic Ethiopic
        Georgian Glagolitic Gothic Grantha Greek Gujarati Gurmukhi Han Hangul Hanunoo Hatran Hebrew Hiragana Inherited Javanese Kaithi
        Kannada Katakana Kawi Kharoshthi Khmer Khojki Khudawadi Lao Latin Lepcha Limbu Lisu Lycian Lydian Mahajani Makasar Malayalam
        Mandaic Manichaean Marchen Medefaidrin Miao Modi Mongolian Mro Multani Myanmar Nabataean Nandinagari Newa Nko Nushu Ogham Oriya
        Osage Osmanya Palmyrene Phoenician Rejang Runic Samaritan Saurashtra Sharada Shavian Siddham Sinhala Sogdian Soyombo
        Sundanese Syriac Tagalog Tagbanwa Takri Tamil Tangsa Tangut Telugu Thaana Thai Tibetan Tifinagh Tirhuta Toto Ugaritic Vai Vithkuqi
        Wancho Yezidi Yi
        """;

    private static readonly HashSet<string> Names = new(
        (Categories + " " + Scripts).Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(Canonical), StringComparer.Ordinal);

    /// <summary>Whether a class of Unicode stands here; then reads it.</summary>
    public static bool TryRead(PatternText text)
    {
        if (text.Peek() != '\\' || text.Peek(1) is not ('p' or 'P'))
            return false;
        var start = text.Position;
        text.Skip(2);
        var name = ReadName(text, start);
        if (!Names.Contains(Canonical(name.StartsWith("^", StringComparison.Ordinal) ? name.Substring(1) : name)))
            throw text.Fault(start, $"RE2 knows no class '{name}'; write a category such as \\p{{L}} or a script such as \\p{{Greek}}, as they are called in Unicode");
        return true;
    }

    private static string ReadName(PatternText text, int start)
    {
        var first = text.Position;
        if (!text.TryTake("{"))
            return text.Take() >= 0 ? text.From(first) : throw text.Fault(start, "the class has no name; write one such as \\p{L}");
        var end = text.Find("}");
        if (end < 0)
            throw text.Fault(start, "the class's name isn't closed; write '}' after it");
        text.MoveTo(end + 1);
        return text.Between(first + 1, end);
    }

    private static string Canonical(string name) =>
        new(name.Where(c => c is not (' ' or '_' or '-')).Select(char.ToLowerInvariant).ToArray());
}
