using KubeBuilderNet.Generators.Diagnostics;
using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing;

/// <summary>Reads <c>[PrintColumn]</c>, and follows plain paths into the schema to see that they lead somewhere.</summary>
internal static class PrintColumnParser
{
    private static readonly string[] Types = ["string", "integer", "number", "boolean", "date"];

    public static EquatableArray<PrintColumn> Read(
        INamedTypeSymbol type, Schema? schema, List<DiagnosticInfo> diagnostics, CancellationToken cancellation)
    {
        var columns = new List<PrintColumn>();
        foreach (var attribute in type.GetAttributes())
        {
            if (!attribute.AttributeClass.Is("KubeBuilderNet.Annotations", "PrintColumnAttribute")
                || attribute.Argument(0) is not string name || attribute.Argument(1) is not string path)
            {
                continue;
            }
            var column = new PrintColumn(
                name,
                path,
                attribute.Named("Type") as string ?? "string",
                attribute.Named("Format") as string,
                attribute.Named("Description") as string,
                attribute.Named("Priority") as int? ?? 0);
            columns.Add(column);
            if (Check(column, schema) is { } problem)
            {
                diagnostics.Add(DiagnosticInfo.Create(
                    DiagnosticDescriptors.InvalidPrintColumn, attribute.GetLocation(cancellation), name, type.Name, problem.Text)
                    with { Replacement = problem.Replacement });
            }
        }
        return columns.ToEquatableArray();
    }

    private static Fault? Check(PrintColumn column, Schema? schema)
    {
        if (!Types.Contains(column.Type))
            return new Fault($"its type '{column.Type}' is none of {string.Join(", ", Types)}");
        if (column.Priority < 0)
            return new Fault("its priority can't be negative");
        if (!column.JsonPath.StartsWith(".", StringComparison.Ordinal))
            return new Fault($"its path '{column.JsonPath}' must begin with a dot, such as '.spec.url'");
        return schema is null ? null : Follow(column, schema);
    }

    private static Fault? Follow(PrintColumn column, Schema schema)
    {
        // A filter or an index isn't followed, nor what every object has, whatever the schema says of it.
        var path = column.JsonPath;
        var end = path.IndexOfAny(['[', '*', '\\', '\'', '"']);
        if (end >= 0)
            path = path.Substring(0, end);
        var names = path.Trim('.').Split(['.'], StringSplitOptions.RemoveEmptyEntries);
        if (names.Length > 0 && names[0] is "metadata" or "apiVersion" or "kind")
            return null;
        foreach (var name in names)
        {
            if (schema.Properties.Count == 0)
                return schema is { Type: "string" or "integer" or "number" or "boolean" } ? new Fault($"nothing lies below '{name}' in its path") : null;
            var next = schema.Properties.FirstOrDefault(property => property.Name == name);
            if (next is null)
            {
                return schema.PreserveUnknownFields ? null : new Fault($"its path '{path}' leads nowhere: there is no '{name}' among {string.Join(", ", Names(schema))}")
                {
                    Replacement = Replacement.Nearest(name, Names(schema)),
                };
            }
            schema = next.Schema;
        }
        return end >= 0 || Shows(column.Type, schema.Type) ? null : new Fault($"a column of type {column.Type} stays empty for values of type {schema.Type}");
    }

    // As texts API servers print any value, and in other columns only those of the type.
    private static bool Shows(string column, string? value) => (column, value) switch
    {
        ("string", _) or (_, null) => true,
        ("integer" or "number", "integer" or "number") or ("boolean", "boolean") or ("date", "string") => true,
        _ => false,
    };

    private static IEnumerable<string> Names(Schema schema) => schema.Properties.Select(property => property.Name);

    private sealed record Fault(string Text)
    {
        public Replacement? Replacement { get; init; }
    }
}
