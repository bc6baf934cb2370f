// Lists, watches and applies through the kubeconfig, and says when it was done with each. As native code:
//   dotnet publish -c Release -p:PublishAot=true, then KubeBuilderNet.Benchmarks.NativeClient [dynamic]
using System.Diagnostics;
using k8s;
using k8s.Models;
using KubeBuilderNet;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Configuration;
using KubeBuilderNet.Client.Dynamic;
using KubeBuilderNet.Client.Rest;

using var process = Process.GetCurrentProcess();
var started = process.StartTime.ToUniversalTime();
using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(30));
using var rest = new RestClient(ClusterConfiguration.Load());
var key = new ObjectKey("default", "native-client");
if (args is ["dynamic"])
{
    var kind = new GroupVersionKind("", "v1", "ConfigMap");
    await RunAsync(new DynamicClient(rest).Resource(new GroupVersionResource("", "v1", "configmaps")), value =>
    {
        var map = new Unstructured(kind) { Metadata = new V1ObjectMeta { Name = key.Name, NamespaceProperty = key.Namespace } };
        map.Set(value, "data", "at");
        return map;
    });
}
else
{
    await RunAsync(new ResourceClient<V1ConfigMap>(rest), value => new V1ConfigMap
    {
        Metadata = new V1ObjectMeta { Name = key.Name, NamespaceProperty = key.Namespace },
        Data = new Dictionary<string, string> { ["at"] = value },
    });
}

async Task RunAsync<T>(ResourceClient<T> maps, Func<string, T> make)
    where T : class, IKubernetesObject<V1ObjectMeta>
{
    var list = await maps.ListPageAsync(new ListOptions { Namespace = key.Namespace }, stop.Token);
    Say($"listed {list.Items.Count}");
    var applied = await maps.ApplyAsync(make($"{DateTime.UtcNow:O}"), new ApplyOptions { FieldManager = "native-client", Force = true }, stop.Token);
    Say($"applied {ObjectKey.Of(applied)}");
    await foreach (var change in maps.WatchAsync(new WatchOptions { Namespace = key.Namespace, ResourceVersion = list.ResourceVersion }, stop.Token))
    {
        if (change.Resource?.Metadata.Name != key.Name)
            continue;
        Say($"saw it {change.Type}");
        break;
    }
}

void Say(string what)
{
    process.Refresh();
    Console.WriteLine(FormattableString.Invariant($"{(DateTime.UtcNow - started).TotalMilliseconds:F0} ms, {process.WorkingSet64 / (1 << 20)} MiB: {what}"));
}
