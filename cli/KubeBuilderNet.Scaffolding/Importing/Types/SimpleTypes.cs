using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;

namespace KubeBuilderNet.Scaffolding.Importing.Types;

/// <summary>The types of C#, .NET and KubernetesClient that schemas become, each with what the generator writes for it.</summary>
internal static class SimpleTypes
{
    private const string Json = "System.Text.Json";
    private const string JsonNodes = "System.Text.Json.Nodes";
    private const string Models = "k8s.Models";

    public static readonly Schema Nothing = new();

    public static readonly EquatableArray<Schema> IntegerOrText = EquatableArray.Of(new Schema { Type = "integer" }, new Schema { Type = "string" });

    /// <summary>A property of an alternative, of which only the attributes matter.</summary>
    public static readonly SimpleType Condition = new("object", Nothing);

    private static readonly SimpleType Text = new("string", new Schema { Type = "string" });
    private static readonly SimpleType Time = new("DateTime", new Schema { Type = "string", Format = "date-time" }, IsStruct: true);
    private static readonly SimpleType Bytes = new("byte[]", new Schema { Type = "string", Format = "byte" });
    private static readonly SimpleType Boolean = new("bool", new Schema { Type = "boolean" }, IsStruct: true);
    private static readonly SimpleType Int32 = new("int", new Schema { Type = "integer", Format = "int32" }, IsStruct: true);
    private static readonly SimpleType Int64 = new("long", new Schema { Type = "integer", Format = "int64" }, IsStruct: true);
    private static readonly SimpleType Single = new("float", new Schema { Type = "number", Format = "float" }, IsStruct: true);
    private static readonly SimpleType Double = new("double", new Schema { Type = "number", Format = "double" }, IsStruct: true);
    private static readonly SimpleType AnyValue = new("JsonElement", Schema.PreserveAnything, IsStruct: true, Json);
    private static readonly SimpleType AnyObject = new("JsonObject", new Schema { Type = "object", PreserveUnknownFields = true }, IsStruct: false, JsonNodes);
    private static readonly SimpleType Metadata = new("V1ObjectMeta", new Schema { Type = "object" }, IsStruct: false, Models);
    private static readonly SimpleType UnreadValue = new("JsonElement", Nothing, IsStruct: true, Json) { IsUnread = true };

    private static readonly SimpleType AnyEntries = new(
        "IDictionary<string, JsonElement>", new Schema { Type = "object", AdditionalProperties = Schema.PreserveAnything }, IsStruct: false, Json);

    private static readonly SimpleType IntOrString = new("IntOrString", new Schema { AnyOf = IntegerOrText, IntOrString = true }, IsStruct: false, Models);

    private static readonly SimpleType Quantity = new("ResourceQuantity", IntOrString.Base with
    {
        Pattern = @"^(\+|-)?(([0-9]+(\.[0-9]*)?)|(\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\+|-)?(([0-9]+(\.[0-9]*)?)|(\.[0-9]+))))?$",
    }, IsStruct: false, Models);

    /// <summary>Whether <c>anyOf</c> only says that the value is an integer or a text, which <c>IntOrString</c> says itself.</summary>
    public static bool SaysTypes(Schema node) => node.IntOrString && node.Type is null && node.AnyOf.Equals(IntegerOrText);

    /// <summary>A value whose whole schema is carried as JSON.</summary>
    public static SimpleType Raw(Schema node) => new("JsonElement", node, IsStruct: true, Json) { IsRaw = true };

    /// <summary>The type of a node that needs no type of the import's own; null when it does.</summary>
    public static SimpleType? Of(Schema node, string? word) => node switch
    {
        { IntOrString: true } => OfIntOrString(node),
        { Type: "string" } => OfText(node),
        { Type: "boolean" } => Boolean,
        { Type: "integer" } => node.Format == "int32" ? Int32 : Int64,
        { Type: "number" } => node.Format == "float" ? Single : Double,
        { Properties.Count: > 0 } or { Items: not null } => null,
        { AdditionalProperties: { } value } => ReferenceEquals(value, Schema.Anything) ? AnyEntries : null,
        { Type: "object", PreserveUnknownFields: true } => AnyObject,
        { Type: "object" } => word == "Metadata" && !node.EmbeddedResource && IsPlain(node) ? Metadata : null,
        { PreserveUnknownFields: true } => AnyValue,
        _ => UnreadValue,
    };

    private static SimpleType OfIntOrString(Schema node)
    {
        if (!SaysTypes(node))
            return IntOrString with { Base = Nothing, IsUnread = true };
        return node.Pattern == Quantity.Base.Pattern ? Quantity : IntOrString;
    }

    private static SimpleType OfText(Schema node) => node.Format switch
    {
        "date-time" when IsPlain(node) => Time,
        "byte" when IsPlain(node) => Bytes,
        _ => Text,
    };

    // Rules of texts aren't rules of times.
    private static bool IsPlain(Schema node) =>
        node is { Pattern: null, MinLength: null, MaxLength: null, Default: null, Not: null, MinProperties: null, MaxProperties: null, MapType: null }
        && node.Enum.Count + node.AllOf.Count + node.AnyOf.Count + node.OneOf.Count + node.CelRules.Count + node.Properties.Count == 0;
}
