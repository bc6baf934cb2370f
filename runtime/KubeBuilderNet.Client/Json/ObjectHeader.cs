using System.Text.Json;

namespace KubeBuilderNet.Client.Json;

/// <summary>The little that must be known of an object even when the rest of it can't be read.</summary>
internal readonly record struct ObjectHeader(ObjectKey Key, string ResourceVersion, bool EndsInitialEvents)
{
    internal static ObjectHeader Read(ReadOnlySpan<byte> utf8)
    {
        string name = "", @namespace = "", resourceVersion = "";
        var endsInitialEvents = false;
        var reader = new Utf8JsonReader(utf8);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isMetadata = reader.ValueTextEquals("metadata"u8);
            reader.Read();
            if (!isMetadata || reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip();
                continue;
            }
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("name"u8))
                    name = Text(ref reader);
                else if (reader.ValueTextEquals("namespace"u8))
                    @namespace = Text(ref reader);
                else if (reader.ValueTextEquals("resourceVersion"u8))
                    resourceVersion = Text(ref reader);
                else if (reader.ValueTextEquals("annotations"u8))
                    endsInitialEvents = ReadAnnotations(ref reader);
                else
                    reader.Skip();
            }
        }
        return new ObjectHeader(new ObjectKey(@namespace, name), resourceVersion, endsInitialEvents);
    }

    private static bool ReadAnnotations(ref Utf8JsonReader reader)
    {
        var endsInitialEvents = false;
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
            return false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isMark = reader.ValueTextEquals("k8s.io/initial-events-end"u8);
            var value = Text(ref reader);
            reader.Skip();
            endsInitialEvents |= isMark && value == "true";
        }
        return endsInitialEvents;
    }

    private static string Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.String ? reader.GetString()! : "";
    }
}
