using KubeBuilderNet.Generators.Diagnostics;
using KubeBuilderNet.Generators.Model;

namespace KubeBuilderNet.Generators.Parsing.Checks.Paths;

/// <summary>Columns of <c>kubectl get</c>: plain paths are followed into the schema to see that they lead somewhere.</summary>
internal static class ColumnPaths
{
    private static readonly string[] Types = ["string", "integer", "number", "boolean", "date"];
    private static readonly string[] Formats = ["byte", "date", "date-time", "double", "float", "int32", "int64", "password"];

    /// <summary>What is wrong with a column; null for nothing.</summary>
    public static PathFault? Check(PrintColumn column, Schema? schema)
    {
        if (!Types.Contains(column.Type))
            return new PathFault($"its type '{column.Type}' is none of {string.Join(", ", Types)}", IsRefused: true);
        if (column.Format is { Length: > 0 } format && !Formats.Contains(format))
            return new PathFault($"its format '{format}' is none of {string.Join(", ", Formats)}", IsRefused: true);
        if (!column.JsonPath.StartsWith(".", StringComparison.Ordinal))
            return new PathFault($"its path '{column.JsonPath}' must begin with a dot, such as '.spec.url'", IsRefused: true);
        if (column.Priority < 0)
            return new PathFault("its priority can't be negative", IsRefused: false);
        return schema is null ? null : Follow(column, schema);
    }

    /// <summary>The type that shows the value at a path as it is: a text where the path isn't followed, or no other type fits.</summary>
    public static string TypeOf(string path, Schema? schema)
    {
        if (path is ".metadata.creationTimestamp" or ".metadata.deletionTimestamp")
            return "date";
        return schema is null ? "string" : Target(path, schema, out _) switch
        {
            { Type: "string", Format: "date-time" } => "date",
            { Type: "integer" or "number" or "boolean" } value => value.Type,
            _ => "string",
        };
    }

    private static PathFault? Follow(PrintColumn column, Schema schema)
    {
        var value = Target(column.JsonPath, schema, out var fault);
        if (fault is not null || value is null || Shows(column.Type, value.Type))
            return fault;
        return new PathFault($"a column of type {column.Type} stays empty for values of type {value.Type}", IsRefused: false);
    }

    // Null for what isn't followed: filters and indexes, and what every object has, whatever the schema says of it.
    private static Schema? Target(string path, Schema schema, out PathFault? fault)
    {
        fault = null;
        var end = path.IndexOfAny(['[', '*', '\\', '\'', '"']);
        if (end >= 0)
            path = path.Substring(0, end);
        var names = path.Trim('.').Split(['.'], StringSplitOptions.RemoveEmptyEntries);
        if (names.Length > 0 && names[0] is "metadata" or "apiVersion" or "kind")
            return null;
        foreach (var name in names)
        {
            var next = schema.Properties.FirstOrDefault(property => property.Name == name);
            if (next is null)
            {
                fault = Fault(path, name, schema);
                return null;
            }
            schema = next.Schema;
        }
        return end >= 0 ? null : schema;
    }

    private static PathFault? Fault(string path, string name, Schema schema)
    {
        if (schema.Properties.Count == 0)
            return schema is { Type: "string" or "integer" or "number" or "boolean" } ? new PathFault($"nothing lies below '{name}' in its path", IsRefused: false) : null;
        return schema.PreserveUnknownFields ? null : new PathFault($"its path '{path}' leads nowhere: there is no '{name}' among {string.Join(", ", Names(schema))}", IsRefused: false)
        {
            Replacement = Replacement.Nearest(name, Names(schema)),
        };
    }

    // As texts API servers print any value, and in other columns only those of the type.
    private static bool Shows(string column, string? value) => (column, value) switch
    {
        ("string", _) or (_, null) => true,
        ("integer" or "number", "integer" or "number") or ("boolean", "boolean") or ("date", "string") => true,
        _ => false,
    };

    private static IEnumerable<string> Names(Schema schema) => schema.Properties.Select(property => property.Name);
}
