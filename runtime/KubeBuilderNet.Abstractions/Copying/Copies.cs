using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace KubeBuilderNet.Copying;

/// <summary>Copies of collections, for generated <c>DeepCopy()</c> methods. Null stays null; order and comparers are kept.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Copies
{
    /// <summary>A list with the same elements.</summary>
    [return: NotNullIfNotNull(nameof(source))]
    public static List<T>? List<T>(IEnumerable<T>? source) => source is null ? null : [.. source];

    /// <summary>A list with a copy of each element.</summary>
    [return: NotNullIfNotNull(nameof(source))]
    public static List<T>? List<T>(IEnumerable<T>? source, Func<T, T> copy)
    {
        if (source is null)
            return null;
        var result = new List<T>(source.TryGetNonEnumeratedCount(out var count) ? count : 0);
        foreach (var item in source)
            result.Add(copy(item));
        return result;
    }

    /// <summary>An array with the same elements.</summary>
    [return: NotNullIfNotNull(nameof(source))]
    public static T[]? Array<T>(T[]? source) => (T[]?)source?.Clone();

    /// <summary>An array with a copy of each element.</summary>
    [return: NotNullIfNotNull(nameof(source))]
    public static T[]? Array<T>(T[]? source, Func<T, T> copy) => source is null ? null : System.Array.ConvertAll(source, item => copy(item));

    /// <summary>A set with the same elements; elements of sets are values.</summary>
    [return: NotNullIfNotNull(nameof(source))]
    public static HashSet<T>? Set<T>(IEnumerable<T>? source) =>
        source is null ? null : new HashSet<T>(source, (source as HashSet<T>)?.Comparer);

    /// <summary>A map with the same values.</summary>
    [return: NotNullIfNotNull(nameof(source))]
    public static Dictionary<TKey, TValue>? Map<TKey, TValue>(IEnumerable<KeyValuePair<TKey, TValue>>? source)
        where TKey : notnull =>
        source is null ? null : new Dictionary<TKey, TValue>(source, (source as Dictionary<TKey, TValue>)?.Comparer);

    /// <summary>A map with a copy of each value.</summary>
    [return: NotNullIfNotNull(nameof(source))]
    public static Dictionary<TKey, TValue>? Map<TKey, TValue>(IEnumerable<KeyValuePair<TKey, TValue>>? source, Func<TValue, TValue> copy)
        where TKey : notnull
    {
        if (source is null)
            return null;
        var result = new Dictionary<TKey, TValue>(
            source.TryGetNonEnumeratedCount(out var count) ? count : 0, (source as Dictionary<TKey, TValue>)?.Comparer);
        foreach (var (key, value) in source)
            result.Add(key, copy(value));
        return result;
    }

    /// <summary>A sorted map with the same values.</summary>
    [return: NotNullIfNotNull(nameof(source))]
    public static SortedDictionary<TKey, TValue>? SortedMap<TKey, TValue>(SortedDictionary<TKey, TValue>? source)
        where TKey : notnull =>
        source is null ? null : new SortedDictionary<TKey, TValue>(source, source.Comparer);

    /// <summary>A sorted map with a copy of each value.</summary>
    [return: NotNullIfNotNull(nameof(source))]
    public static SortedDictionary<TKey, TValue>? SortedMap<TKey, TValue>(SortedDictionary<TKey, TValue>? source, Func<TValue, TValue> copy)
        where TKey : notnull =>
        source is null ? null : new SortedDictionary<TKey, TValue>(Map(source, copy), source.Comparer);

    /// <summary>An immutable array with a copy of each element; the default array stays default.</summary>
    public static ImmutableArray<T> Immutable<T>(ImmutableArray<T> source, Func<T, T> copy) =>
        source.IsDefault ? source : ImmutableArray.CreateRange(source, copy);

    /// <summary>An immutable list with a copy of each element.</summary>
    [return: NotNullIfNotNull(nameof(source))]
    public static ImmutableList<T>? Immutable<T>(ImmutableList<T>? source, Func<T, T> copy) => source?.ConvertAll(copy);

    /// <summary>An immutable map with a copy of each value.</summary>
    [return: NotNullIfNotNull(nameof(source))]
    public static ImmutableDictionary<TKey, TValue>? Immutable<TKey, TValue>(ImmutableDictionary<TKey, TValue>? source, Func<TValue, TValue> copy)
        where TKey : notnull =>
        source?.SetItems(source.Select(pair => KeyValuePair.Create(pair.Key, copy(pair.Value))));
}
