using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Infrastructure;

/// <summary>Steps that generators share.</summary>
internal static class PipelineExtensions
{
    /// <summary>All elements of all lists, as one list.</summary>
    public static IncrementalValueProvider<EquatableArray<T>> Flattened<T>(this IncrementalValuesProvider<EquatableArray<T>> lists) => lists
        .Collect()
        .Select(static (all, _) => all.SelectMany(some => some).ToEquatableArray());

    /// <summary>The elements of two lists, as one list.</summary>
    public static IncrementalValueProvider<EquatableArray<T>> Concat<T>(
        this IncrementalValueProvider<EquatableArray<T>> first, IncrementalValueProvider<EquatableArray<T>> second) => first
        .Combine(second)
        .Select(static (both, _) => both.Left.Concat(both.Right).ToEquatableArray());
}
