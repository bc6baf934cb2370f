namespace KubeBuilderNet.Scaffolding.Importing.Types;

/// <summary>Names that imported classes can't have, because the code around them means something else by them.</summary>
internal static class ReservedNames
{
    private static readonly HashSet<string> Types = new(StringComparer.Ordinal)
    {
        "CelReason", "ConversionStrategy", "CustomResource", "DateTime", "IDictionary", "IList", "IntOrString", "JsonElement", "JsonObject",
        "KubeBuilderNet", "ListType", "MapType", "Nullable", "ResourceQuantity", "ResourceScope", "System", "V1ObjectMeta", "k8s",
    };

    /// <summary>Whether an imported class would hide a type or an attribute that imported code names.</summary>
    public static bool Contains(string name) => Types.Contains(name) || name.EndsWith("Attribute", StringComparison.Ordinal);
}
