using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace KubeBuilderNet.Caching;

/// <summary>Keeps each object as JSON, as it was when it came, and says which are no more the same.</summary>
/// <remarks>Follows client-go's <c>cache.MutationDetector</c>. Used inside of the informer's lock.</remarks>
internal sealed class MutationDetector<T>(JsonTypeInfo<T> json)
    where T : class
{
    internal static readonly TimeSpan Period = TimeSpan.FromSeconds(1);
    private readonly Dictionary<ObjectKey, (T Item, byte[] Json)> _objects = [];

    /// <summary>Keeps an object in the place of the one before, of which a change is told.</summary>
    internal string? Set(ObjectKey key, T item)
    {
        var change = Remove(key);
        _objects[key] = (item, JsonSerializer.SerializeToUtf8Bytes(item, json));
        return change;
    }

    internal string? Remove(ObjectKey key) => _objects.Remove(key, out var kept) ? Change(key, kept.Item, kept.Json) : null;

    internal string? CheckAll()
    {
        foreach (var (key, (item, before)) in _objects)
        {
            if (Change(key, item, before) is { } change)
                return change;
        }
        return null;
    }

    private string? Change(ObjectKey key, T item, byte[] before)
    {
        var after = JsonSerializer.SerializeToUtf8Bytes(item, json);
        if (after.AsSpan().SequenceEqual(before))
            return null;
        return $"The program has changed {key} in the cache of {typeof(T).Name}: {Difference(JsonNode.Parse(before), JsonNode.Parse(after), "")}. " +
            "Objects from listers and handlers are everybody's: change a copy (DeepCopy()).";
    }

    private static string Difference(JsonNode? before, JsonNode? after, string path)
    {
        if (before is JsonObject old && after is JsonObject now)
        {
            var name = old.Select(static field => field.Key).Union(now.Select(static field => field.Key))
                .FirstOrDefault(name => !JsonNode.DeepEquals(old[name], now[name]));
            if (name is not null)
                return Difference(old[name], now[name], path.Length == 0 ? name : $"{path}.{name}");
        }
        return $"{path} was {Text(before)}, is {Text(after)}";
    }

    private static string Text(JsonNode? node) => node?.ToJsonString() ?? "not there";
}
