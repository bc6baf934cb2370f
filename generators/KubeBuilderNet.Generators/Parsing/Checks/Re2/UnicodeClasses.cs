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

    private const string Scripts = """
        Adlam Ahom Anatolian_Hieroglyphs Arabic Armenian Avestan Balinese Bamum Bassa_Vah Batak Bengali Bhaiksuki Bopomofo Brahmi Braille
        Buginese Buhid Canadian_Aboriginal Carian Caucasian_Albanian Chakma Cham Cherokee Chorasmian Common Coptic Cuneiform Cypriot
        Cypro_Minoan Cyrillic Deseret Devanagari Dives_Akuru Dogra Duployan Egyptian_Hieroglyphs Elbasan Elymaic Ethiopic Georgian
        Glagolitic Gothic Grantha Greek Gujarati Gunjala_Gondi Gurmukhi Han Hangul Hanifi_Rohingya Hanunoo Hatran Hebrew Hiragana
        Imperial_Aramaic Inherited Inscriptional_Pahlavi Inscriptional_Parthian Javanese Kaithi Kannada Katakana Kawi Kayah_Li Kharoshthi
        Khitan_Small_Script Khmer Khojki Khudawadi Lao Latin Lepcha Limbu Linear_A Linear_B Lisu Lycian Lydian Mahajani Makasar Malayalam
        Mandaic Manichaean Marchen Masaram_Gondi Medefaidrin Meetei_Mayek Mende_Kikakui Meroitic_Cursive Meroitic_Hieroglyphs Miao Modi
        Mongolian Mro Multani Myanmar Nabataean Nag_Mundari Nandinagari New_Tai_Lue Newa Nko Nushu Nyiakeng_Puachue_Hmong Ogham Ol_Chiki
        Old_Hungarian Old_Italic Old_North_Arabian Old_Permic Old_Persian Old_Sogdian Old_South_Arabian Old_Turkic Old_Uyghur Oriya Osage
        Osmanya Pahawh_Hmong Palmyrene Pau_Cin_Hau Phags_Pa Phoenician Psalter_Pahlavi Rejang Runic Samaritan Saurashtra Sharada Shavian
        Siddham SignWriting Sinhala Sogdian Sora_Sompeng Soyombo Sundanese Syloti_Nagri Syriac Tagalog Tagbanwa Tai_Le Tai_Tham Tai_Viet
        Takri Tamil Tangsa Tangut Telugu Thaana Thai Tibetan Tifinagh Tirhuta Toto Ugaritic Vai Vithkuqi Wancho Warang_Citi Yezidi Yi
        Zanabazar_Square
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
