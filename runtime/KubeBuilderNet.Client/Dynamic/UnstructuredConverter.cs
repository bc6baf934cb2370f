using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using k8s.Models;
using KubeBuilderNet.Client.Json;

namespace KubeBuilderNet.Client.Dynamic;

/// <summary>Reads and writes objects of any kind in one pass over the bytes.</summary>
internal sealed class UnstructuredConverter : JsonConverter<Unstructured>
{
    public override Unstructured Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("An object of Kubernetes must be a JSON object.");
        string apiVersion = "", kind = "";
        V1ObjectMeta? metadata = null;
        JsonObject? otherMetadata = null;
        var fields = new JsonObject();
        var metadataType = ObjectJson.TypeInfo<V1ObjectMeta>(options);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            switch (name)
            {
                case "apiVersion":
                    apiVersion = Text(ref reader, name);
                    break;
                case "kind":
                    kind = Text(ref reader, name);
                    break;
                case "metadata":
                    otherMetadata = Others(reader, metadataType);
                    metadata = JsonSerializer.Deserialize(ref reader, metadataType);
                    break;
                default:
                    fields[name] = JsonNode.Parse(ref reader);
                    break;
            }
        }
        return new Unstructured(fields, otherMetadata) { ApiVersion = apiVersion, Kind = kind, Metadata = metadata ?? new V1ObjectMeta() };
    }

    public override void Write(Utf8JsonWriter writer, Unstructured value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        if (!string.IsNullOrEmpty(value.ApiVersion))
            writer.WriteString("apiVersion", value.ApiVersion);
        if (!string.IsNullOrEmpty(value.Kind))
            writer.WriteString("kind", value.Kind);
        if (value.Metadata is { } metadata)
        {
            writer.WritePropertyName("metadata");
            WriteMetadata(writer, metadata, value.OtherMetadata, ObjectJson.TypeInfo<V1ObjectMeta>(options));
        }
        foreach (var (name, field) in value.Fields)
            Write(writer, name, field);
        writer.WriteEndObject();
    }

    private static void WriteMetadata(Utf8JsonWriter writer, V1ObjectMeta metadata, JsonObject? others, JsonTypeInfo<V1ObjectMeta> type)
    {
        if (others is null)
        {
            JsonSerializer.Serialize(writer, metadata, type);
            return;
        }
        var known = JsonSerializer.SerializeToNode(metadata, type)!.AsObject();
        writer.WriteStartObject();
        foreach (var (name, field) in known.Concat(others))
            Write(writer, name, field);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, JsonNode? field)
    {
        writer.WritePropertyName(name);
        if (field is null)
            writer.WriteNullValue();
        else
            field.WriteTo(writer);
    }

    // The reader is a copy: the caller's goes on from where it was.
    private static JsonObject? Others(Utf8JsonReader reader, JsonTypeInfo<V1ObjectMeta> type)
    {
        JsonObject? others = null;
        if (reader.TokenType != JsonTokenType.StartObject)
            return null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (IsKnown(ref reader, type))
            {
                reader.Skip();
                continue;
            }
            var name = reader.GetString()!;
            reader.Read();
            (others ??= [])[name] = JsonNode.Parse(ref reader);
        }
        return others;
    }

    private static bool IsKnown(ref Utf8JsonReader reader, JsonTypeInfo<V1ObjectMeta> type)
    {
        foreach (var property in type.Properties)
        {
            if (reader.ValueTextEquals(property.Name))
                return true;
        }
        return false;
    }

    private static string Text(ref Utf8JsonReader reader, string name) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString()!,
        JsonTokenType.Null => "",
        _ => throw new JsonException($"{name} must be a string."),
    };
}
