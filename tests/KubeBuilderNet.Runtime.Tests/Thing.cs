using k8s.Models;

namespace KubeBuilderNet.Runtime.Tests;

internal static class Thing
{
    internal static V1ConfigMap Of(string name, int version = 1, string @namespace = "default") => new()
    {
        ApiVersion = "v1",
        Kind = "ConfigMap",
        Metadata = new V1ObjectMeta
        {
            Name = name,
            NamespaceProperty = @namespace,
            Uid = "uid-" + name,
            ResourceVersion = version.ToString(System.Globalization.CultureInfo.InvariantCulture),
        },
    };

    internal static ObjectKey Key(string name, string @namespace = "default") => new(@namespace, name);
}
