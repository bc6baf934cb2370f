namespace KubeBuilderNet.Permissions;

/// <summary>Says what may not be done, in one line.</summary>
internal static class PermissionText
{
    /// <summary>By who needs it, as in <c>captain may not: list, watch secrets in all namespaces; patch captains.example.com/status in shop.</c></summary>
    internal static string? Of(IReadOnlyList<PermissionQuestion> missing) => missing.Count == 0 ? null : string.Join(' ',
    [
        "The operator lacks rights that it needs:",
        .. missing.GroupBy(static question => question.For, StringComparer.Ordinal).Select(static one => $"{one.Key} may not {Things(one)}."),
        "The build writes roles of [Rbac] and of what it infers to config/rbac: apply them again, as kbnet deploy does, or grant what is missing otherwise.",
    ]);

    private static string Things(IEnumerable<PermissionQuestion> missing) => string.Join("; ", missing
        .GroupBy(static question => $"{question.Permission.Target}{Where(question)}", static question => question.Permission.Verb, StringComparer.Ordinal)
        .Select(static verbs => $"{string.Join(", ", verbs.Distinct())} {verbs.Key}"));

    private static string Where(PermissionQuestion question) => question switch
    {
        { IsNamespaced: false } => "",
        { Namespaces: [""] } => " in all namespaces",
        _ => " in " + string.Join(", ", question.Namespaces),
    };
}
