using System.Text;
using KubeBuilderNet.Generators.Diagnostics;
using KubeBuilderNet.Generators.Model;

namespace KubeBuilderNet.Generators.Parsing.Checks.Paths;

/// <summary>Where a path such as <c>.spec.ports['a'].name</c> leads in a schema.</summary>
/// <param name="Schema">The schema at its end; null where it can't be known or there is none.</param>
/// <param name="Problem">Why it leads nowhere; null if it may lead somewhere.</param>
internal sealed record SchemaPath(Schema? Schema, string? Problem)
{
    private static readonly SchemaPath Unknown = new(null, null);

    public Replacement? Replacement { get; init; }

    public static SchemaPath Follow(Schema schema, string path)
    {
        if (Split(path) is not { } names)
            return new SchemaPath(null, "it is no path of names with dots between them");
        foreach (var name in names)
        {
            var end = Step(schema, name);
            if (end.Schema is null)
                return end;
            schema = end.Schema;
        }
        return new SchemaPath(schema, null);
    }

    /// <summary>The names of a path of dots and brackets; null when it is none. An index is not a name of it.</summary>
    public static List<string>? Split(string path)
    {
        var names = new List<string>();
        for (var i = 0; i < path.Length;)
        {
            if (IsAt(path, i, "['") || IsAt(path, i, "[\""))
            {
                var end = path.IndexOf(path[i + 1] + "]", i + 2, StringComparison.Ordinal);
                if (end < 0)
                    return null;
                names.Add(path.Substring(i + 2, end - i - 2));
                i = end + 2;
            }
            else if (path[i] == '.' && i + 1 < path.Length && path[i + 1] is not ('.' or '['))
            {
                var name = new StringBuilder();
                for (i++; i < path.Length && path[i] is not ('.' or '['); i++)
                    name.Append(path[i] == '\\' && i + 1 < path.Length ? path[++i] : path[i]);
                names.Add(name.ToString());
            }
            else
                return null;
        }
        return names;
    }

    private static bool IsAt(string text, int index, string start) => string.CompareOrdinal(text, index, start, 0, start.Length) == 0;

    private static SchemaPath Step(Schema schema, string name)
    {
        if (schema.Properties.FirstOrDefault(property => property.Name == name) is { } property)
            return new SchemaPath(property.Schema, null);
        if (schema.AdditionalProperties is { } values && !ReferenceEquals(values, Schema.Anything))
            return new SchemaPath(values, null);
        if (schema.PreserveUnknownFields || schema.AdditionalProperties is not null || schema.Raw is not null)
            return Unknown;
        if (schema.Properties.Count == 0)
            return new SchemaPath(null, $"nothing lies at '{name}', as it is below {schema.Type ?? "a value without properties"}");
        var names = schema.Properties.Select(other => other.Name).ToList();
        return new SchemaPath(null, $"there is no '{name}' among {string.Join(", ", names)}") { Replacement = Replacement.Nearest(name, names) };
    }
}
