using System.Text.Json.Nodes;

namespace KubeBuilderNet.Scaffolding.Helm;

/// <summary>The values of the operator's Deployment, as it is deployed without Helm.</summary>
internal static class ManagerValues
{
    /// <summary>Fields of the pod that are values of the same name.</summary>
    public static readonly string[] PodFields = ["imagePullSecrets", "affinity", "nodeSelector", "tolerations", "topologySpreadConstraints"];

    /// <summary>The same for texts and numbers.</summary>
    public static readonly string[] PodScalars = ["priorityClassName", "terminationGracePeriodSeconds"];

    private static readonly string[] Lists = ["imagePullSecrets", "tolerations", "topologySpreadConstraints"];

    public static JsonObject Of(ChartModel model)
    {
        var spec = model.Manager.Manifest["spec"]!;
        var pod = spec["template"]!["spec"]!;
        var container = model.Container;
        var values = new JsonObject
        {
            ["enabled"] = true,
            ["replicas"] = spec["replicas"]?.DeepClone() ?? 1,
            ["image"] = Image((string?)container["image"] ?? "", (string?)container["imagePullPolicy"] ?? ""),
            ["args"] = ManagerArguments.Free(container),
            ["healthProbe"] = new JsonObject { ["port"] = model.Ports.Health },
            ["env"] = container["env"]?.DeepClone() ?? new JsonArray(),
            ["envOverrides"] = new JsonObject(),
            ["podSecurityContext"] = pod["securityContext"]?.DeepClone() ?? new JsonObject(),
            ["securityContext"] = container["securityContext"]?.DeepClone() ?? new JsonObject(),
            ["resources"] = container["resources"]?.DeepClone() ?? new JsonObject(),
            ["strategy"] = spec["strategy"]?.DeepClone() ?? new JsonObject(),
        };
        foreach (var field in PodFields)
            values[field] = pod[field]?.DeepClone() ?? (Lists.Contains(field) ? new JsonArray() : new JsonObject());
        values["priorityClassName"] = pod["priorityClassName"]?.DeepClone() ?? "";
        values["terminationGracePeriodSeconds"] = pod["terminationGracePeriodSeconds"]?.DeepClone() ?? 30;
        values["labels"] = new JsonObject();
        values["annotations"] = new JsonObject();
        values["pod"] = new JsonObject { ["labels"] = new JsonObject(), ["annotations"] = new JsonObject() };
        values["extraVolumes"] = new JsonArray();
        values["extraVolumeMounts"] = new JsonArray();
        return values;
    }

    private static JsonObject Image(string image, string pullPolicy)
    {
        var at = image.IndexOf('@', StringComparison.Ordinal);
        var name = at < 0 ? image : image[..at];
        // A colon before the last slash is that of a registry's port.
        var colon = name.IndexOf(':', name.LastIndexOf('/') + 1);
        return new JsonObject
        {
            ["repository"] = colon < 0 ? name : name[..colon],
            ["tag"] = colon < 0 ? "" : name[(colon + 1)..],
            ["digest"] = at < 0 ? "" : image[(at + 1)..],
            ["pullPolicy"] = pullPolicy,
        };
    }
}
