using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Diagnostics;

/// <content>What is wrong with the schema that attributes give.</content>
internal static partial class DiagnosticDescriptors
{
    public static readonly DiagnosticDescriptor ContradictingLimits = Error("KBN0025", "Limits contradict each other",
        "No value fits '{0}': {1}");

    public static readonly DiagnosticDescriptor InvalidLimit = Error("KBN0026", "Limit is not possible",
        "'{0}' has a limit that isn't possible: {1}");

    public static readonly DiagnosticDescriptor InvalidJson = Error("KBN0027", "Text is not JSON",
        "{1} of '{0}' isn't JSON: {2}");

    public static readonly DiagnosticDescriptor ValueDoesNotFit = Error("KBN0028", "Value doesn't fit its own schema",
        "{1} of '{0}' doesn't fit its schema: {2}");

    public static readonly DiagnosticDescriptor ValueIsUnused = Warning("KBN0043", "Example or enum value doesn't fit its own schema",
        "{1} of '{0}' doesn't fit its schema, so no object can have it: {2}");

    public static readonly DiagnosticDescriptor InvalidPattern = Error("KBN0029", "Pattern is not RE2",
        "API servers can't read the pattern of '{0}': {1}");

    public static readonly DiagnosticDescriptor InvalidListKeys = Error("KBN0030", "List keys don't tell items apart",
        "The list keys of '{0}' can't be used: {1}");

    public static readonly DiagnosticDescriptor InvalidListType = Error("KBN0031", "List type doesn't fit the items",
        "The list type of '{0}' can't be used: {1}");

    public static readonly DiagnosticDescriptor UniqueItems = Error("KBN0032", "API servers refuse uniqueItems",
        "API servers don't accept uniqueItems, which '{0}' asks for: write [ListType(ListType.Set)]");

    public static readonly DiagnosticDescriptor InvalidOneOf = Error("KBN0036", "Group of alternatives can't be checked",
        "[{1}] of '{0}' can't be checked: {2}");

    public static readonly DiagnosticDescriptor InvalidCelRule = Error("KBN0037", "CEL rule is incomplete",
        "A CEL rule of '{0}' can't be used: {1}");

    public static readonly DiagnosticDescriptor InvalidUrl = Error("KBN0038", "Address is not a URL",
        "The external documentation of '{0}' has no absolute URL: '{1}'. Write one such as 'https://example.com/docs'.");

    public static readonly DiagnosticDescriptor ConflictingAttributes = Error("KBN0039", "Attributes exclude each other",
        "The attributes of '{0}' exclude each other: {1}");

    public static readonly DiagnosticDescriptor NotStructural = Error("KBN0041", "Schema is not structural",
        "API servers refuse the schema of '{0}' at {1}: {2}");
}
