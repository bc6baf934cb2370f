using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using KubeBuilderNet.Client.Dynamic;

namespace KubeBuilderNet.Client.Json;

/// <summary>What KubernetesClient's context lacks, for where there is no reflection: what an <c>object</c> member was read as (<c>managedFields</c> has one), and objects of any kind.</summary>
internal sealed class PlainResolver : IJsonTypeInfoResolver
{
    internal static readonly PlainResolver Instance = new();

    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) => type switch
    {
        _ when type == typeof(JsonElement) => JsonMetadataServices.CreateValueInfo<JsonElement>(options, JsonMetadataServices.JsonElementConverter),
        _ when type == typeof(Unstructured) => JsonMetadataServices.CreateValueInfo<Unstructured>(options, new UnstructuredConverter()),
        _ => null,
    };
}
