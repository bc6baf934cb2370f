using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;

namespace KubeBuilderNet.Scaffolding.Importing.Types;

/// <summary>What schemas say of <c>apiVersion</c>, <c>kind</c> and <c>metadata</c>, which every object has.</summary>
internal static class ObjectFields
{
    /// <summary>Kubernetes' own description of <c>apiVersion</c>.</summary>
    public const string ApiVersion =
        "APIVersion defines the versioned schema of this representation of an object.\nServers should convert recognized schemas to the latest "
        + "internal value, and\nmay reject unrecognized values.\nMore info: https://git.k8s.io/community/contributors/devel/sig-architecture/api-conventions.md#resources";

    /// <summary>Kubernetes' own description of <c>kind</c>.</summary>
    public const string Kind =
        "Kind is a string value representing the REST resource this object represents.\nServers may infer this from the endpoint the client "
        + "submits requests to.\nCannot be updated.\nIn CamelCase.\nMore info: https://git.k8s.io/community/contributors/devel/sig-architecture/api-conventions.md#types-kinds";

    private static readonly Schema Text = new() { Type = "string" };

    public static Schema? Find(this Schema schema, string property) => schema.Properties.FirstOrDefault(found => found.Name == property)?.Schema;

    /// <summary>Whether [TypeMeta] and [ObjectName] can say what the schema says of them.</summary>
    public static bool AreSayable(Schema root) =>
        IsBare(root.Find("apiVersion"), Text) && IsBare(root.Find("kind"), Text) && IsMetadata(root.Find("metadata"));

    private static bool IsBare(Schema? node, Schema expected) => node is null || node with { Description = null } == expected;

    private static bool IsMetadata(Schema? node)
    {
        if (node is null || node.Properties.Count == 0)
            return IsBare(node, new Schema { Type = "object" });
        return node.Properties is [{ Name: "name", Schema: var name }]
            && node with { Description = null, Properties = EquatableArray<SchemaProperty>.Empty } == new Schema { Type = "object" }
            && name with { Pattern = null, MinLength = null, MaxLength = null } == Text
            && name != Text
            && name.MinLength is null or > 0 && name.MaxLength is null or > 0;
    }
}
