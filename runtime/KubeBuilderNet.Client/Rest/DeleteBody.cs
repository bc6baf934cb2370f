using System.Text.Json.Nodes;
using KubeBuilderNet.Client.Json;

namespace KubeBuilderNet.Client.Rest;

/// <summary>The body of a delete: metav1.DeleteOptions.</summary>
internal static class DeleteBody
{
    internal static ReadOnlyMemory<byte>? Of(DeleteOptions? options)
    {
        if (options is null || options == new DeleteOptions())
            return null;
        var body = new JsonObject { ["apiVersion"] = "v1", ["kind"] = "DeleteOptions" };
        if (options.PropagationPolicy is { } policy)
            body["propagationPolicy"] = policy;
        if (options.GracePeriodSeconds is { } seconds)
            body["gracePeriodSeconds"] = seconds;
        if (options.DryRun)
            body["dryRun"] = new JsonArray("All");
        if (options.Uid is not null || options.ResourceVersion is not null)
        {
            var preconditions = new JsonObject();
            if (options.Uid is { } uid)
                preconditions["uid"] = uid;
            if (options.ResourceVersion is { } version)
                preconditions["resourceVersion"] = version;
            body["preconditions"] = preconditions;
        }
        return NodeJson.Bytes(body);
    }
}
