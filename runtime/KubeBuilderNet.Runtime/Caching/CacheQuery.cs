using k8s.Models;
using KubeBuilderNet.Client;
using KubeBuilderNet.Selecting;

namespace KubeBuilderNet.Caching;

/// <summary>Lists a cache as a server would list, as far as a cache can.</summary>
internal static class CacheQuery
{
    /// <summary>The objects of the cache that the options choose: shared ones, in no order.</summary>
    /// <exception cref="NotSupportedException">A cache can't answer: another version, a page, a field without an index.</exception>
    internal static IEnumerable<T> List<T>(ILister<T> lister, ListOptions options)
        where T : class, IMetadata<V1ObjectMeta>
    {
        if (options is not { Continue: null, ResourceVersion: null, ResourceVersionMatch: null })
            throw new NotSupportedException("A cache has no versions and no pages: leave Continue, ResourceVersion and ResourceVersionMatch out, or read Live.");
        var items = Fields(options.FieldSelector) switch
        {
            [] => lister.List(options.Namespace),
            var fields => fields.Select(field => Having(lister, field.Name, field.Value)).Aggregate(static (some, others) => some.Intersect(others))
                .Where(item => options.Namespace is null || (item.Metadata.NamespaceProperty ?? "") == options.Namespace),
        };
        if (string.IsNullOrEmpty(options.LabelSelector))
            return items;
        var selector = LabelSelector.Parse(options.LabelSelector);
        return items.Where(item => selector.Matches(item.Metadata.Labels));
    }

    private static IEnumerable<T> Having<T>(ILister<T> lister, string field, string value)
        where T : class, IMetadata<V1ObjectMeta> => field switch
        {
            "metadata.namespace" => lister.List(value),
            "metadata.name" => lister.List().Where(item => item.Metadata.Name == value),
            _ => Indexed(lister, field, value),
        };

    private static IReadOnlyList<T> Indexed<T>(ILister<T> lister, string field, string value)
        where T : class
    {
        try
        {
            return lister.ByIndex(field, value);
        }
        catch (InvalidOperationException e)
        {
            throw new NotSupportedException($"A cache finds by the field '{field}' only with an index of this name: add it with AddIndex, or read Live. {e.Message}", e);
        }
    }

    private static List<(string Name, string Value)> Fields(string? selector) =>
        [.. (selector ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Field)];

    private static (string Name, string Value) Field(string requirement)
    {
        var at = requirement.IndexOf('=', StringComparison.Ordinal);
        if (at <= 0 || requirement[at - 1] == '!')
            throw new NotSupportedException($"A cache finds by fields that are equal, as in spec.nodeName=a, not by '{requirement}': read Live.");
        return (requirement[..at], requirement[(at + 1)..].TrimStart('='));
    }
}
