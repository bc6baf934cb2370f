using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace KubeBuilderNet.Client.Json;

/// <summary>What an <c>object</c> member was read as, so that it can be written again where there is no reflection: <c>managedFields</c> has one.</summary>
internal sealed class JsonElementResolver : IJsonTypeInfoResolver
{
    internal static readonly JsonElementResolver Instance = new();

    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) => type == typeof(JsonElement)
        ? JsonMetadataServices.CreateValueInfo<JsonElement>(options, JsonMetadataServices.JsonElementConverter)
        : null;
}
