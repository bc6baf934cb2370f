using System.Text;
using System.Text.Json.Nodes;

namespace KubeBuilderNet.OpenApiCompactor;

/// <summary>
/// Writes the schemas for the generator's ModelReader: an index (class name, offset) and then one node a type. A node is a set of flags
/// and, in the order of the flags, what each announces. Numbers are 7-bit groups, texts are length and UTF-8.
/// </summary>
internal sealed class ModelWriter(JsonObject schemas, IReadOnlyDictionary<string, string> classes)
{
    private const string ReferencePrefix = "#/components/schemas/";
    private const string EnumTail = "Possible enum values:";

    private static readonly Dictionary<string, JsonObject> FixedForms = new(StringComparer.Ordinal)
    {
        ["Time"] = new() { ["type"] = "string", ["format"] = "date-time" },
        ["MicroTime"] = new() { ["type"] = "string", ["format"] = "date-time" },
        ["RawExtension"] = new() { ["type"] = "object", ["x-kubernetes-preserve-unknown-fields"] = true },
        ["FieldsV1"] = new() { ["type"] = "object" },
        ["JSON"] = new() { ["x-kubernetes-preserve-unknown-fields"] = true },
        ["JSONSchemaPropsOrArray"] = new() { ["x-kubernetes-preserve-unknown-fields"] = true },
        ["JSONSchemaPropsOrBool"] = new() { ["x-kubernetes-preserve-unknown-fields"] = true },
        ["JSONSchemaPropsOrStringArray"] = new() { ["x-kubernetes-preserve-unknown-fields"] = true },
    };

    public byte[] Write()
    {
        using var nodes = new MemoryStream();
        var offsets = new SortedDictionary<string, long>(StringComparer.Ordinal);
        using (var writer = new BinaryWriter(nodes, Encoding.UTF8, leaveOpen: true))
        {
            foreach (var (schema, name) in classes.OrderBy(pair => pair.Value, StringComparer.Ordinal))
            {
                offsets.Add(name, nodes.Position);
                WriteNode(writer, schemas[schema]!.AsObject(), required: false);
                writer.Flush();
            }
        }
        using var whole = new MemoryStream();
        using (var writer = new BinaryWriter(whole, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write7BitEncodedInt(offsets.Count);
            foreach (var (name, offset) in offsets)
            {
                writer.Write(name);
                writer.Write7BitEncodedInt((int)offset);
            }
            writer.Write(nodes.ToArray());
        }
        return whole.ToArray();
    }

    private void WriteNode(BinaryWriter writer, JsonObject node, bool required)
    {
        var reference = Reference(node);
        if (reference is not null && FixedForms.TryGetValue(reference[(reference.LastIndexOf('.') + 1)..], out var known))
        {
            node = Merge(known, node);
            reference = null;
        }
        var parts = new List<Action>();
        var flags = 0;
        void Part(int flag, bool present, Action write)
        {
            if (!present)
                return;
            flags |= flag;
            parts.Add(write);
        }
        void Text(int flag, string? text) => Part(flag, text is not null, () => writer.Write(text!));
        void Number(int flag, string key) => Part(flag, node[key] is not null, () => writer.Write7BitEncodedInt((int)node[key]!));
        void Texts(int flag, string key) => Part(flag, node[key] is not null, () => WriteTexts(writer, [.. node[key]!.AsArray().Select(x => (string)x!)]));

        Text(1 << 0, reference is null ? null : classes[reference]);
        Text(1 << 1, (string?)node["type"]);
        Text(1 << 2, (string?)node["format"]);
        Text(1 << 3, Description(node));
        Text(1 << 4, Default(node, required));
        Part(1 << 5, node["items"] is not null, () => WriteNode(writer, node["items"]!.AsObject(), required: true));
        Part(1 << 6, node["additionalProperties"] is not null, () => WriteNode(writer, node["additionalProperties"]!.AsObject(), required: true));
        Part(1 << 7, node["properties"] is not null, () => WriteProperties(writer, node));
        Part(1 << 8, node["required"] is not null, () => WriteTexts(writer, [.. Required(node).Order(StringComparer.Ordinal)]));
        Text(1 << 9, (string?)node["x-kubernetes-list-type"]);
        Texts(1 << 10, "x-kubernetes-list-map-keys");
        Text(1 << 11, (string?)node["x-kubernetes-map-type"]);
        Part(1 << 12, node["x-kubernetes-preserve-unknown-fields"] is not null, () => { });
        Text(1 << 13, (string?)node["pattern"]);
        Number(1 << 14, "minLength");
        Number(1 << 15, "maxLength");
        Number(1 << 16, "minimum");
        Texts(1 << 17, "enum-kept");

        writer.Write7BitEncodedInt(flags);
        foreach (var part in parts)
            part();
    }

    private void WriteProperties(BinaryWriter writer, JsonObject node)
    {
        var required = Required(node).ToHashSet(StringComparer.Ordinal);
        var properties = node["properties"]!.AsObject().OrderBy(property => property.Key, StringComparer.Ordinal).ToList();
        writer.Write7BitEncodedInt(properties.Count);
        foreach (var (name, property) in properties)
        {
            writer.Write(name);
            WriteNode(writer, property!.AsObject(), required.Contains(name));
        }
    }

    private static IEnumerable<string> Required(JsonObject node) => node["required"]?.AsArray().Select(name => (string)name!) ?? [];

    private static void WriteTexts(BinaryWriter writer, string[] texts)
    {
        writer.Write7BitEncodedInt(texts.Length);
        foreach (var text in texts)
            writer.Write(text);
    }

    // Defaults that are Go's zero value on what must be there anyway, and empty structs, come from Go, not from the API.
    private static string? Default(JsonObject node, bool required)
    {
        var json = node["default"]?.ToJsonString();
        return json == "{}" || (required && json is ("\"\"" or "0")) ? null : json;
    }

    // A later Kubernetes may allow more values: a definition must not refuse them.
    private static string? Description(JsonObject node)
    {
        var text = (string?)node["description"];
        var tail = text?.IndexOf(EnumTail, StringComparison.Ordinal) ?? -1;
        return tail < 0 ? text : text![..tail].TrimEnd();
    }

    private static string? Reference(JsonObject node)
    {
        var reference = (string?)node["$ref"] ?? (string?)node["allOf"]?[0]?["$ref"];
        return reference?[ReferencePrefix.Length..];
    }

    private static JsonObject Merge(JsonObject known, JsonObject node)
    {
        var merged = known.DeepClone().AsObject();
        if (node["description"] is { } description)
            merged["description"] = description.DeepClone();
        return merged;
    }
}
