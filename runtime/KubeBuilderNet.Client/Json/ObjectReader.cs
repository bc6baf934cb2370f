using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using k8s;
using k8s.Models;

namespace KubeBuilderNet.Client.Json;

/// <summary>Reads one object among many so that a bad one harms only itself.</summary>
internal static class ObjectReader
{
    internal static bool TryRead<T>(ReadOnlySpan<byte> utf8, JsonTypeInfo<T> type, GroupVersionKind kind,
        [NotNullWhen(true)] out T? value, [NotNullWhen(false)] out UnreadableObject? unreadable)
        where T : class, IKubernetesObject<V1ObjectMeta>
    {
        try
        {
            value = JsonSerializer.Deserialize(utf8, type) ?? throw new JsonException("The object is null.");
            value.Metadata ??= new V1ObjectMeta();
            // Items of a list come without these two.
            if (string.IsNullOrEmpty(value.ApiVersion))
                value.ApiVersion = kind.ApiVersion;
            if (string.IsNullOrEmpty(value.Kind))
                value.Kind = kind.Kind;
            unreadable = null;
            return true;
        }
        // A user's converter or setter may throw whatever it likes.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            var header = ObjectHeader.Read(utf8);
            value = null;
            unreadable = new UnreadableObject(header.Key, header.ResourceVersion, e.Message);
            return false;
        }
    }
}
