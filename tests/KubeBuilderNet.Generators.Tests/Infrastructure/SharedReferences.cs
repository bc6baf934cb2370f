using System.Collections;
using System.Reflection;
using k8s.Models;

namespace KubeBuilderNet.Generators.Tests.Infrastructure;

/// <summary>Finds what two object graphs share that somebody could change.</summary>
internal static class SharedReferences
{
    public static IReadOnlyList<string> Between(object one, object other)
    {
        var mine = new Dictionary<object, string>(ReferenceEqualityComparer.Instance);
        Walk(one, "", mine);
        var theirs = new Dictionary<object, string>(ReferenceEqualityComparer.Instance);
        Walk(other, "", theirs);
        return [.. mine.Where(pair => theirs.ContainsKey(pair.Key)).Select(pair => pair.Value)];
    }

    private static void Walk(object? value, string path, Dictionary<object, string> found)
    {
        if (value is null or string or Uri or Type or ResourceQuantity or IntOrString or Delegate || value.GetType() is { IsPrimitive: true } or { IsEnum: true })
            return;
        var type = value.GetType();
        if (!type.IsValueType && !IsImmutable(type) && !IsEmptyArray(value) && !found.TryAdd(value, path))
            return;
        if (value is IEnumerable items and not System.Text.Json.Nodes.JsonNode && !IsImmutable(type))
        {
            foreach (var item in items)
                Walk(item, path + "[]", found);
            return;
        }

        for (var declaring = type; declaring is not null && declaring.Namespace?.StartsWith("System", StringComparison.Ordinal) != true; declaring = declaring.BaseType)
        {
            foreach (var field in declaring.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                Walk(field.GetValue(value), $"{path}.{field.Name}", found);
        }
    }

    private static bool IsImmutable(Type type) => type.Namespace == "System.Collections.Immutable";

    private static bool IsEmptyArray(object value) => value is Array { Length: 0 };
}
