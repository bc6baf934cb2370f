using System.Globalization;
using k8s.Models;
using KubeBuilderNet.Caching;

namespace KubeBuilderNet.Runtime.Tests.Caching;

/// <summary>Keeps what it is told of, and which of it can't be true.</summary>
internal sealed class MirrorHandler : IResourceHandler<V1ConfigMap>
{
    private readonly Dictionary<string, V1ConfigMap> _known = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    internal List<string> Faults { get; } = [];

    internal bool Shows(IReadOnlyDictionary<string, string> state)
    {
        lock (_gate)
            return _known.Count == state.Count && state.All(item => _known.TryGetValue(item.Key, out var known) && known.Metadata.ResourceVersion == item.Value);
    }

    public void OnAdded(V1ConfigMap resource, bool isInInitialList)
    {
        lock (_gate)
        {
            if (!_known.TryAdd(resource.Metadata.Name, resource))
                Faults.Add($"{resource.Metadata.Name} was added twice");
        }
    }

    public void OnUpdated(V1ConfigMap before, V1ConfigMap after)
    {
        lock (_gate)
        {
            if (!_known.TryGetValue(after.Metadata.Name, out var known) || !ReferenceEquals(known, before))
                Faults.Add($"{after.Metadata.Name} was changed from what it wasn't");
            if (Version(after) < Version(before))
                Faults.Add($"{after.Metadata.Name} went back from {Version(before)} to {Version(after)}");
            _known[after.Metadata.Name] = after;
        }
    }

    public void OnDeleted(V1ConfigMap resource, bool finalStateUnknown)
    {
        lock (_gate)
        {
            if (!_known.Remove(resource.Metadata.Name))
                Faults.Add($"{resource.Metadata.Name} was deleted and wasn't there");
        }
    }

    private static int Version(V1ConfigMap resource) => int.Parse(resource.Metadata.ResourceVersion, CultureInfo.InvariantCulture);
}
