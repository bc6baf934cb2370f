using KubeBuilderNet.Generators.Model;

namespace KubeBuilderNet.Generators.Parsing.Checks;

/// <summary>Runs the checks at each node of a schema that a symbol's attributes speak of.</summary>
internal static class NodeChecks
{
    public static void Run(Schema schema, CheckedSymbol symbol)
    {
        foreach (var place in symbol.Places.Concat([""]).Distinct(StringComparer.Ordinal))
        {
            AttributeChecks.Run(symbol, place);
            if (Find(schema, place) is not { } node)
                continue;
            foreach (var problem in SchemaChecks.Find(node))
                symbol.Report(problem, place);
        }
    }

    // A place that isn't there is reported where the attribute is applied.
    private static Schema? Find(Schema? schema, string place)
    {
        foreach (var step in place.Split(['.'], StringSplitOptions.RemoveEmptyEntries))
            schema = step == "items" ? schema?.Items : schema?.AdditionalProperties;
        return schema;
    }
}
