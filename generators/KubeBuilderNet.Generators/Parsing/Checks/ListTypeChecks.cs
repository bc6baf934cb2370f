using KubeBuilderNet.Generators.Diagnostics;
using KubeBuilderNet.Generators.Model;

namespace KubeBuilderNet.Generators.Parsing.Checks;

/// <summary>How lists merge: the items must fit the way, and the keys of a map must tell items apart.</summary>
internal static class ListTypeChecks
{
    private static readonly string[] Causes = ["ListTypeAttribute"];

    public static IEnumerable<Problem> Find(Schema schema)
    {
        if (schema.ListMapKeys.Count > 0 && schema.ListType != "map")
            yield return Type("only ListType.Map has keys; write it, or leave the keys out");
        if (schema.ListType is null)
            yield break;
        if (schema.Type != "array")
            yield return Type("it is no list");
        else if (schema.ListType is "set" or "map" && schema.Items is { Nullable: true })
            yield return Type("its items may be null, which neither a set nor a map has; leave [Nullable] out");
        else if (schema.ListType == "set" && schema.Items is { } items && Whole(items) is { } problem)
            yield return Type(problem);
        else if (schema.ListType == "map")
        {
            foreach (var found in Map(schema))
                yield return found;
        }
    }

    private static string? Whole(Schema items) => items switch
    {
        { Type: "object", MapType: not "atomic" } => "the items of a set are scalars, and these are objects; write ListType.Map with keys, or [MapType(MapType.Atomic)] on the items",
        { Type: "array", ListType: not "atomic" and not null } => "the items of a set are scalars, and these are lists; write [ListType(ListType.Atomic)] on the items",
        _ => null,
    };

    private static IEnumerable<Problem> Map(Schema schema)
    {
        if (schema.Items?.Raw is not null)
            yield break;
        if (schema.Items is not { Type: "object" } items)
            yield return Type("the items of a map are objects, and these aren't; write ListType.Set or ListType.Atomic");
        else if (schema.ListMapKeys.Count == 0)
            yield return Keys("there is none; name the properties that tell items apart: [ListType(ListType.Map, \"name\")]");
        else
        {
            for (var i = 0; i < schema.ListMapKeys.Count; i++)
            {
                if (schema.ListMapKeys.Take(i).Contains(schema.ListMapKeys[i]))
                    yield return Keys($"'{schema.ListMapKeys[i]}' is named twice");
                else if (Key(items, schema.ListMapKeys[i]) is { } problem)
                    yield return problem;
            }
        }
    }

    private static Problem? Key(Schema items, string key)
    {
        var property = items.Properties.FirstOrDefault(property => property.Name == key)?.Schema;
        if (property is null)
        {
            var names = items.Properties.Select(property => property.Name).ToList();
            return Keys($"the items have no '{key}'; they have {string.Join(", ", names)}") with { Replacement = Replacement.Nearest(key, names) };
        }
        if (property.Type is "object" or "array")
            return Keys($"'{key}' is no scalar, and only texts, numbers and truth values tell items apart");
        if (property.Nullable)
            return Keys($"'{key}' may be null; leave [Nullable] out");
        return items.Required.Contains(key) || property.Default is not null
            ? null
            : Keys($"'{key}' may be missing; make it 'required', or give it a default") with { Replacement = new Replacement(key, key) };
    }

    private static Problem Type(string text) => new(DiagnosticDescriptors.InvalidListType, Causes, text);

    private static Problem Keys(string text) => new(DiagnosticDescriptors.InvalidListKeys, Causes, text);
}
