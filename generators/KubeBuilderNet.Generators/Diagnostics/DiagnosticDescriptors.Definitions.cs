using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Diagnostics;

/// <content>What is wrong with a definition around its schema.</content>
internal static partial class DiagnosticDescriptors
{
    public static readonly DiagnosticDescriptor InvalidMetadata = Error("KBN0033", "Label or annotation is not allowed",
        "The {1} '{2}' of '{0}' isn't allowed: {3}");

    public static readonly DiagnosticDescriptor InvalidSelectableField = Error("KBN0034", "Field can't be selected by",
        "Objects of '{0}' can't be selected by '{1}': {2}");

    public static readonly DiagnosticDescriptor InvalidScalePath = Error("KBN0035", "Scale path is not allowed",
        "The {1} '{2}' of '{0}' can't be used: {3}");

    public static readonly DiagnosticDescriptor DeadPath = Warning("KBN0044", "Path leads nowhere",
        "The {1} of '{0}' has no effect: {2}");

    public static readonly DiagnosticDescriptor InvalidConversion = Error("KBN0042", "Conversion can't be called",
        "The conversion of '{0}' can't be called: {1}");
}
