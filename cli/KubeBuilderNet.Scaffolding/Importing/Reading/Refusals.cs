using KubeBuilderNet.Generators.Model;
using KubeBuilderNet.Generators.Parsing.Checks;
using KubeBuilderNet.Generators.Parsing.Checks.Paths;
using KubeBuilderNet.Generators.Parsing.Checks.Re2;
using KubeBuilderNet.Generators.Parsing.Checks.Values;

namespace KubeBuilderNet.Scaffolding.Importing.Reading;

/// <summary>Names what API servers refuse in a definition and the build would refuse, too: better now, with its place in the file.</summary>
internal static class Refusals
{
    /// <exception cref="ScaffoldException">The first of them.</exception>
    public static void Check(string place, string schemaPlace, CrdVersion version)
    {
        foreach (var column in version.Columns)
            Throw($"{place}.additionalPrinterColumns '{column.Name}'", ColumnPaths.Check(column, schema: null));
        if (version.Scale is { } scale)
        {
            foreach (var (_, path, fault) in ScalePaths.Find(scale.SpecPath, scale.StatusPath, scale.SelectorPath, version.Schema))
                Throw($"{place}.subresources.scale '{path}'", fault);
        }
        Visit(schemaPlace, version.Schema);
    }

    private static void Visit(string place, Schema node)
    {
        Throw($"{place}.pattern", node.Pattern is { } pattern ? Re2Syntax.Check(pattern) : null);
        Throw($"{place}.default", Misfits.OfDefault(node));
        Throw(place, ConditionChecks.Find(node).FirstOrDefault());
        foreach (var property in node.Properties)
            Visit($"{place}.properties.{property.Name}", property.Schema);
        if (node.Items is { } items)
            Visit($"{place}.items", items);
        if (node.AdditionalProperties is { Raw: null } values && !ReferenceEquals(values, Schema.Anything))
            Visit($"{place}.additionalProperties", values);
    }

    private static void Throw(string place, PathFault? fault) => Throw(place, fault is { IsRefused: true } ? fault.Text : null);

    private static void Throw(string place, string? problem)
    {
        if (problem is not null)
            throw new ScaffoldException($"{place}: API servers refuse it: {problem}");
    }
}
