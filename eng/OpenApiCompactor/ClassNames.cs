namespace KubeBuilderNet.OpenApiCompactor;

/// <summary>How KubernetesClient names the class of a schema: <c>V1PodSpec</c>, or with the group where two groups share a name.</summary>
internal static class ClassNames
{
    public static IReadOnlyDictionary<string, string> Of(IEnumerable<string> schemas)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var same in schemas.GroupBy(Short))
        {
            foreach (var schema in same)
                names.Add(schema, same.Count() == 1 ? same.Key : Qualified(schema));
        }
        return names;
    }

    private static string Short(string schema) => schema.Split('.') switch
    {
        [.., "resource", "Quantity"] => "ResourceQuantity",
        [.., "intstr", "IntOrString"] => "IntOrString",
        [.., var version, var kind] => Capitalize(version) + kind,
        _ => schema,
    };

    private static string Qualified(string schema) =>
        schema.Split('.') is [.., var group, var version, var kind] ? Capitalize(group) + version + kind : schema;

    private static string Capitalize(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
