using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using k8s;
using k8s.Models;

namespace KubeBuilderNet.Client.Json;

/// <summary>Reads a page of a list of any kind, item by item, without a list class.</summary>
internal static class ListReader
{
    internal static ResourceList<T> Read<T>(ReadOnlySpan<byte> utf8, JsonTypeInfo<T> type, GroupVersionKind? kind)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        var items = new List<T>();
        var unreadable = new List<UnreadableObject>();
        string resourceVersion = "", next = "", apiVersion = "", listKind = "";
        var reader = new Utf8JsonReader(utf8);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("metadata"u8))
                ReadMetadata(ref reader, ref resourceVersion, ref next);
            else if (reader.ValueTextEquals("items"u8))
                ReadItems(ref reader, utf8, type, kind ?? OfItems(apiVersion, listKind), items, unreadable);
            else if (reader.ValueTextEquals("apiVersion"u8))
                apiVersion = Text(ref reader);
            else if (reader.ValueTextEquals("kind"u8))
                listKind = Text(ref reader);
            else
                reader.Skip();
        }
        return new ResourceList<T>
        {
            Items = items,
            Unreadable = unreadable,
            ResourceVersion = resourceVersion,
            Continue = next.Length == 0 ? null : next,
        };
    }

    // API servers write a list's own kind before its items.
    private static GroupVersionKind OfItems(string apiVersion, string listKind) =>
        apiVersion.Length > 0 && listKind.EndsWith("List", StringComparison.Ordinal) ? GroupVersionKind.Parse(apiVersion, listKind[..^4]) : default;

    private static void ReadMetadata(ref Utf8JsonReader reader, ref string resourceVersion, ref string next)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
            return;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("resourceVersion"u8))
                resourceVersion = Text(ref reader);
            else if (reader.ValueTextEquals("continue"u8))
                next = Text(ref reader);
            else
                reader.Skip();
        }
    }

    private static void ReadItems<T>(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8, JsonTypeInfo<T> type, GroupVersionKind kind,
        List<T> items, List<UnreadableObject> unreadable)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
            return;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            if (ObjectReader.TryRead(utf8[start..(int)reader.BytesConsumed], type, kind, out var item, out var bad))
                items.Add(item);
            else
                unreadable.Add(bad);
        }
    }

    private static string Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.String ? reader.GetString()! : "";
    }
}
