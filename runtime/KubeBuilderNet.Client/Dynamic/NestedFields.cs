using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using KubeBuilderNet.Client.Json;

namespace KubeBuilderNet.Client.Dynamic;

/// <summary>Fields within fields of a JSON object by their path: <c>Get&lt;int&gt;("spec", "replicas")</c>.</summary>
/// <remarks>
/// Follows the helpers of <c>k8s.io/apimachinery/pkg/apis/meta/v1/unstructured</c>. A part of a path that meets a list is an index of it.
/// Values are read and written as <see cref="ObjectJson"/> does: times, quantities and classes of <c>k8s.Models</c> included.
/// </remarks>
public static class NestedFields
{
    /// <summary>The value at a path; the type's default (null, 0, false) where there is none.</summary>
    /// <typeparam name="T">What it is read as; a <see cref="JsonNode"/> is the object's own.</typeparam>
    /// <exception cref="JsonException">There is something else at the path, or on the way to it.</exception>
    public static T? Get<T>(this JsonObject fields, params ReadOnlySpan<string> path) => fields.TryGet<T>(out var value, path) ? value : default;

    /// <summary>The value at a path, if there is one; null is none.</summary>
    /// <typeparam name="T">What it is read as; a <see cref="JsonNode"/> is the object's own.</typeparam>
    /// <exception cref="JsonException">There is something else at the path, or on the way to it.</exception>
    public static bool TryGet<T>(this JsonObject fields, [NotNullWhen(true)] out T? value, params ReadOnlySpan<string> path)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var found = Find(fields, path);
        value = found is null ? default : Read<T>(found, path);
        return found is not null;
    }

    /// <summary>Sets the value at a path, making the objects on the way to it; the next index of a list adds to it.</summary>
    /// <param name="fields">Where the path begins.</param>
    /// <param name="value">A value of any type that <see cref="ObjectJson"/> writes; a node that is elsewhere already is copied.</param>
    /// <param name="path">The names on the way, the field's own last.</param>
    /// <exception cref="JsonException">Something on the way is neither an object nor a list.</exception>
    public static void Set<T>(this JsonObject fields, T value, params ReadOnlySpan<string> path)
    {
        ArgumentNullException.ThrowIfNull(fields);
        RequireName(path);
        JsonNode parent = fields;
        for (var depth = 1; depth < path.Length; depth++)
        {
            var next = Child(parent, path, depth);
            if (next is null)
                Put(parent, path[..depth], next = new JsonObject());
            parent = next;
        }
        Put(parent, path, Node(value));
    }

    /// <summary>Takes away what is at a path; whether there was something.</summary>
    /// <exception cref="JsonException">Something on the way is neither an object nor a list.</exception>
    public static bool Remove(this JsonObject fields, params ReadOnlySpan<string> path)
    {
        ArgumentNullException.ThrowIfNull(fields);
        RequireName(path);
        var parent = Find(fields, path[..^1]);
        if (parent is null or JsonObject)
            return parent is JsonObject within && within.Remove(path[^1]);
        if (parent is not JsonArray list)
            throw NoParent(path[..^1], parent);
        var index = Index(list, path);
        if (index >= list.Count)
            return false;
        list.RemoveAt(index);
        return true;
    }

    private static JsonNode? Find(JsonObject fields, ReadOnlySpan<string> path)
    {
        JsonNode? node = fields;
        for (var depth = 1; depth <= path.Length && node is not null; depth++)
            node = Child(node, path, depth);
        return node;
    }

    private static JsonNode? Child(JsonNode parent, ReadOnlySpan<string> path, int depth) => parent switch
    {
        JsonObject fields => fields[path[depth - 1]],
        JsonArray list => Index(list, path[..depth]) is var index && index < list.Count ? list[index] : null,
        _ => throw NoParent(path[..(depth - 1)], parent),
    };

    private static void Put(JsonNode parent, ReadOnlySpan<string> path, JsonNode? value)
    {
        if (parent is JsonObject fields)
            fields[path[^1]] = value;
        else if (parent is not JsonArray list)
            throw NoParent(path[..^1], parent);
        else if (Index(list, path) is var index && index < list.Count)
            list[index] = value;
        else
            list.Add(value);
    }

    private static int Index(JsonArray list, ReadOnlySpan<string> path) =>
        int.TryParse(path[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index <= list.Count
            ? index
            : throw new JsonException($"{Name(path[..^1])} is a list of {list.Count}: '{path[^1]}' is no index of it.");

    private static T Read<T>(JsonNode node, ReadOnlySpan<string> path)
    {
        if (typeof(T).IsAssignableTo(typeof(JsonNode)))
            return node is T wanted ? wanted : throw Misfit<T>(node, path, null);
        if (typeof(T) == typeof(string) && node is JsonValue value && value.TryGetValue<T>(out var text))
            return text;
        try
        {
            return node.Deserialize(ObjectJson.TypeInfo<T>()) ?? throw Misfit<T>(node, path, null);
        }
        catch (JsonException e) when (e.Path is not null)
        {
            throw Misfit<T>(node, path, e);
        }
    }

    private static JsonNode? Node<T>(T value) => value switch
    {
        null => null,
        JsonNode { Parent: null } node => node,
        JsonNode node => node.DeepClone(),
        _ => JsonSerializer.SerializeToNode(value, ObjectJson.TypeInfo<T>()),
    };

    private static void RequireName(ReadOnlySpan<string> path)
    {
        if (path.IsEmpty)
            throw new ArgumentException("A path needs at least one name.", nameof(path));
    }

    private static JsonException NoParent(ReadOnlySpan<string> path, JsonNode node) =>
        new($"{Name(path)} is {Describe(node)}, neither an object nor a list.");

    private static JsonException Misfit<T>(JsonNode node, ReadOnlySpan<string> path, JsonException? cause)
    {
        var where = cause?.Path is { Length: > 1 } within ? $": {within[1..]} doesn't fit" : "";
        return new JsonException($"{Name(path)} is {Describe(node)}, which is no {typeof(T).Name}{where}.", cause);
    }

    private static string Describe(JsonNode node) => node.GetValueKind() switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        _ => node.ToJsonString() is { Length: <= 50 } text ? text : "a long text",
    };

    private static string Name(ReadOnlySpan<string> path) => "." + string.Join('.', path!);
}
