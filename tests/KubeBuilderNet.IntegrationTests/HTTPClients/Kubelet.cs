using System.Text.Json.Nodes;
using k8s.Models;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Errors;

namespace KubeBuilderNet.IntegrationTests.HTTPClients;

/// <summary>Stands in for the nodes that a test's cluster lacks: says of each pod of a namespace that it runs and is ready.</summary>
internal sealed class Kubelet : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;

    internal Kubelet(IClient client, string @namespace) => _running = RunAsync(client, @namespace, _stop.Token);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private static async Task RunAsync(IClient client, string @namespace, CancellationToken stop)
    {
        while (true)
        {
            try
            {
                var pods = await client.ListAsync<V1Pod>(new ListOptions { Namespace = @namespace }, stop);
                foreach (var pod in pods.Items.Where(pod => pod.Status?.Phase != "Running"))
                    await client.PatchStatusAsync<V1Pod>(ObjectKey.Of(pod), Ready(), stop);
            }
            catch (Exception e) when (e is KubernetesApiException or HttpRequestException)
            {
                // The server is down, or the pod is gone: the next round sees.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), stop);
        }
    }

    private static JsonObject Ready() => new()
    {
        ["phase"] = "Running",
        ["conditions"] = new JsonArray(new JsonObject { ["type"] = "Ready", ["status"] = "True", ["lastTransitionTime"] = "2026-01-01T00:00:00Z" }),
    };
}
