using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace KubeBuilderNet.Scaffolding.Helm;

/// <summary>What a chart is made of: the rendered objects, and what their names have in common.</summary>
internal sealed class ChartModel
{
    private const string ManagerName = "controller-manager";
    private const string ContainerName = "manager";

    private readonly List<ChartObject> _deployed;
    private readonly Regex? _names;

    public ChartModel(string chart, IReadOnlyList<JsonNode> documents, ICollection<string> notes)
    {
        Chart = chart;
        var all = documents.Select(ChartObject.Of).ToList();
        Manager = FindManager(all);
        Prefix = Manager.Name.EndsWith("-" + ManagerName, StringComparison.Ordinal) ? Manager.Name[..^ManagerName.Length] : chart + "-";
        Namespace = Manager.Namespace;
        Container = FindContainer(Manager);
        Ports = ManagerPorts.Of(Container);
        Objects = [.. Fallbacks.AddTo([.. WithoutInstances(all, notes).Where(item => item is not { Group: "", Kind: "Namespace" })], this)];
        CertificateVolumes = FindCertificateVolumes();
        _deployed = all;
        _names = Pattern();
    }

    public string Chart { get; }

    public ChartObject Manager { get; }

    /// <summary>The operator's container.</summary>
    public JsonObject Container { get; }

    /// <summary>The account that the operator runs under.</summary>
    public string? ManagerAccount => (string?)Manager.Manifest["spec"]?["template"]?["spec"]?["serviceAccountName"];

    public ManagerPorts Ports { get; }

    /// <summary>What kustomize puts before every name.</summary>
    public string Prefix { get; }

    public string? Namespace { get; }

    /// <summary>The objects that become templates.</summary>
    public IReadOnlyList<ChartObject> Objects { get; }

    /// <summary>The operator's volumes that hold what cert-manager writes.</summary>
    public IReadOnlySet<string> CertificateVolumes { get; }

    /// <summary>Whether such an object is deployed without Helm: the value that turns it on is true then.</summary>
    public bool IsDeployed(Predicate<ChartObject> kind) => _deployed.Exists(kind);

    /// <summary>A name without the prefix.</summary>
    public string Suffix(string name) => name.StartsWith(Prefix, StringComparison.Ordinal) ? name[Prefix.Length..] : name;

    /// <summary>A text with the release's names and namespace in the places of the rendered ones.</summary>
    public string Localise(string text, ChartText chart) =>
        _names is null ? text : _names.Replace(text, match => chart.Inline(match.Value == Namespace ? ".Release.Namespace" : ResourceName(Suffix(match.Value))));

    private string ResourceName(string suffix) => $"include \"{Chart}.resourceName\" (dict \"suffix\" \"{suffix}\" \"context\" $)";

    // The longest first: "shop-metrics" is not "shop" and a rest.
    private Regex? Pattern()
    {
        var names = Objects.Select(item => item.Name).Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && name.Length > Prefix.Length)
            .Append(Namespace).OfType<string>().Distinct().OrderByDescending(name => name.Length).ThenBy(name => name, StringComparer.Ordinal).Select(Regex.Escape).ToList();
        return names.Count == 0 ? null : new Regex($"(?<![a-z0-9-])(?:{string.Join('|', names)})(?![a-z0-9-])", RegexOptions.CultureInvariant);
    }

    private HashSet<string> FindCertificateVolumes()
    {
        var secrets = Objects.Where(item => item is { IsCertManager: true, Kind: "Certificate" }).Select(item => (string?)item.Manifest["spec"]?["secretName"]).ToHashSet();
        return [.. (Manager.Manifest["spec"]?["template"]?["spec"]?["volumes"] as JsonArray ?? [])
            .Where(volume => (string?)volume?["secret"]?["secretName"] is { } secret && secrets.Contains(secret))
            .Select(volume => (string)volume!["name"]!)];
    }

    private static ChartObject FindManager(List<ChartObject> objects)
    {
        var deployments = objects.Where(item => item.IsDeployment).ToList();
        var managers = deployments.Where(item => (string?)item.Manifest["metadata"]!["labels"]?["control-plane"] == ManagerName).ToList();
        return (deployments, managers) switch
        {
            ([], _) => throw new ScaffoldException("nothing that is deployed is a Deployment: a chart needs the operator's, see config/manager"),
            (_, [var manager]) => manager,
            ([var only], []) => only,
            _ => throw new ScaffoldException(
                $"{string.Join(", ", (managers.Count > 0 ? managers : deployments).Select(item => item.Name))}: which of these Deployments is the operator? Give the label control-plane: {ManagerName} to it alone"),
        };
    }

    private static JsonObject FindContainer(ChartObject manager)
    {
        var containers = (manager.Manifest["spec"]?["template"]?["spec"]?["containers"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        return containers.Find(container => (string?)container["name"] == ContainerName)
            ?? (containers is [var only] ? only : throw new ScaffoldException($"the Deployment {manager.Name} has no container named '{ContainerName}': the chart can't tell which is the operator's"));
    }

    // A chart can't install a kind and objects of it at once.
    private static IEnumerable<ChartObject> WithoutInstances(List<ChartObject> objects, ICollection<string> notes)
    {
        var own = objects.Where(item => item.IsDefinition)
            .Select(item => ((string?)item.Manifest["spec"]?["group"], (string?)item.Manifest["spec"]?["names"]?["kind"])).ToHashSet();
        foreach (var item in objects)
        {
            if (own.Contains((item.Group, item.Kind)))
                notes.Add($"{item.Kind} {item.Name} is left out of the chart: its kind is only there once the chart is installed");
            else
                yield return item;
        }
    }
}
