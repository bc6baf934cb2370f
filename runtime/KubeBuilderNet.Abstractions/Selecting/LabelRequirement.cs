namespace KubeBuilderNet.Selecting;

/// <summary>One part of a selector.</summary>
/// <param name="Key">The label's name.</param>
/// <param name="Values">Its values; null for any.</param>
/// <param name="IsNegated">Whether it must not have them; then it need not be there at all.</param>
internal sealed record LabelRequirement(string Key, IReadOnlyList<string>? Values, bool IsNegated)
{
    internal static LabelRequirement Never { get; } = new("", [], false);

    internal static LabelRequirement In(string key, params IReadOnlyList<string> values) => new(key, values, false);

    internal static LabelRequirement NotIn(string key, params IReadOnlyList<string> values) => new(key, values, true);

    internal static LabelRequirement Exists(string key) => new(key, null, false);

    internal static LabelRequirement DoesNotExist(string key) => new(key, null, true);

    internal bool Matches(string? value) => (value is not null && Values?.Contains(value, StringComparer.Ordinal) != false) != IsNegated;

    public override string ToString() => (Values, IsNegated) switch
    {
        (null, false) => Key,
        (null, true) => "!" + Key,
        ([var one], false) => $"{Key}={one}",
        ([var one], true) => $"{Key}!={one}",
        _ => $"{Key} {(IsNegated ? "notin" : "in")} ({string.Join(',', Values)})",
    };
}
