using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace KubeBuilderNet.Build.Manifests;

/// <summary>Reads the manifests out of a built assembly's metadata, without loading the assembly.</summary>
internal static class ManifestReader
{
    private const string AttributeNamespace = "KubeBuilderNet";
    private const string AttributeName = "KubernetesManifestAttribute";

    internal static IReadOnlyList<Manifest> Read(string assemblyPath)
    {
        using var file = File.OpenRead(assemblyPath);
        using var portable = new PEReader(file);
        if (!portable.HasMetadata)
            return [];
        var metadata = portable.GetMetadataReader();
        var manifests = new List<Manifest>();
        foreach (var handle in metadata.GetAssemblyDefinition().GetCustomAttributes())
        {
            var attribute = metadata.GetCustomAttribute(handle);
            if (IsManifest(metadata, attribute))
                manifests.Add(Decode(metadata.GetBlobReader(attribute.Value)));
        }

        manifests.Sort(static (a, b) => string.CompareOrdinal(a.Path, b.Path));
        return manifests;
    }

    private static bool IsManifest(MetadataReader metadata, CustomAttribute attribute)
    {
        if (attribute.Constructor.Kind != HandleKind.MemberReference)
            return false;
        var parent = metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent;
        if (parent.Kind != HandleKind.TypeReference)
            return false;
        var type = metadata.GetTypeReference((TypeReferenceHandle)parent);
        return metadata.StringComparer.Equals(type.Name, AttributeName)
            && metadata.StringComparer.Equals(type.Namespace, AttributeNamespace);
    }

    // ECMA-335 II.23.3: a prolog of two bytes, then the constructor's arguments in order.
    private static Manifest Decode(BlobReader blob)
    {
        blob.ReadUInt16();
        return new Manifest(blob.ReadSerializedString() ?? "", blob.ReadSerializedString() ?? "");
    }
}
