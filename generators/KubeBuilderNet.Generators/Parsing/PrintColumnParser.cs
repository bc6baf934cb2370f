using KubeBuilderNet.Generators.Diagnostics;
using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using KubeBuilderNet.Generators.Parsing.Checks.Paths;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Parsing;

/// <summary>Reads <c>[PrintColumn]</c>.</summary>
internal static class PrintColumnParser
{
    public static EquatableArray<PrintColumn> Read(
        INamedTypeSymbol type, Schema? schema, List<DiagnosticInfo> diagnostics, CancellationToken cancellation)
    {
        var columns = new List<PrintColumn>();
        foreach (var attribute in type.GetAttributes())
        {
            if (!attribute.AttributeClass.Is(KnownTypeNames.Annotations, "PrintColumnAttribute")
                || attribute.Argument(0) is not string name || attribute.Argument(1) is not string path)
            {
                continue;
            }
            var column = new PrintColumn(
                name,
                path,
                attribute.Named("Type") as string ?? ColumnPaths.TypeOf(path, schema),
                attribute.Named("Format") as string,
                attribute.Named("Description") as string,
                attribute.Named("Priority") as int? ?? 0);
            columns.Add(column);
            if (ColumnPaths.Check(column, schema) is { } fault)
                diagnostics.Add(Diagnostic(fault, name, type.Name, attribute.GetLocation(cancellation)) with { Replacement = fault.Replacement });
        }
        return columns.ToEquatableArray();
    }

    private static DiagnosticInfo Diagnostic(PathFault fault, string column, string type, Location? location) => fault.IsRefused
        ? DiagnosticInfo.Create(DiagnosticDescriptors.InvalidPrintColumn, location, column, type, fault.Text)
        : DiagnosticInfo.Create(DiagnosticDescriptors.DeadPath, location, type, $"column '{column}'", fault.Text);
}
