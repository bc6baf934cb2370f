using KubeBuilderNet.Scaffolding.Apis;
using KubeBuilderNet.Scaffolding.Applying;
using KubeBuilderNet.Scaffolding.Planning;
using KubeBuilderNet.Scaffolding.Yaml;

namespace KubeBuilderNet.Scaffolding.Editing;

/// <summary>A part of config/ that can be deployed or left out: a kustomize component in a folder of its name, listed in config/default.</summary>
/// <param name="Name">The folder.</param>
/// <param name="Summary">What it adds, for people.</param>
/// <param name="Needs">Those that it is no use without.</param>
/// <param name="Replacements">Its file of replacements beside the list, which kustomize must do last; null for none.</param>
public sealed record Overlay(string Name, string Summary, IReadOnlyList<string> Needs, string? Replacements = null)
{
    /// <summary>The one that <c>--namespaced</c> switches, as it changes roles, too.</summary>
    public const string Namespaced = "namespaced";

    private const string Default = "config/default/kustomization.yaml";

    /// <summary>All, in the order in which they are listed: later ones patch what earlier ones add.</summary>
    public static IReadOnlyList<Overlay> All { get; } =
    [
        new(Namespaced, "the operator watches its own namespace alone", []),
        new("metrics", "metrics over TLS, for who may read them", []),
        new("prometheus", "a ServiceMonitor for the Prometheus operator", ["metrics"]),
        new("network-policy", "who may reach the metrics", ["metrics"]),
        new("certmanager", "certificates of cert-manager for the metrics", ["metrics"], "metrics_certificate_names.yaml"),
    ];

    private string Item => $"../{Name}";

    /// <summary>Those of these names.</summary>
    /// <exception cref="ScaffoldException">There is none of a name.</exception>
    public static IReadOnlyList<Overlay> Resolve(string flag, IEnumerable<string> names) =>
    [
        .. names.SelectMany(name => name.Split(',', StringSplitOptions.TrimEntries)).Select(name => All.FirstOrDefault(overlay => overlay.Name == name)
            ?? throw new ScaffoldException($"{flag} '{name}' is not known: use {string.Join(", ", All.Select(overlay => overlay.Name))}")),
    ];

    /// <summary>Those that are deployed: config/default is the only place that says it.</summary>
    public static IEnumerable<Overlay> Listed(IFileSystem files)
    {
        var items = files.FileExists(Default) ? new YamlDocumentText(Default, files.ReadText(Default)).TextItems("components").ToList() : [];
        return All.Where(overlay => items.Contains(overlay.Item));
    }

    /// <summary>Plans that it is deployed, and what it needs.</summary>
    public void Enable(PlanBuilder plan)
    {
        if (!plan.Files.FileExists($"config/{Name}/kustomization.yaml") && Name != Namespaced)
            throw new ScaffoldException($"config/{Name} isn't there: run 'kbnet alpha generate --output-dir' elsewhere, and take the folder from it");
        foreach (var needed in All.Where(overlay => Needs.Contains(overlay.Name)))
            needed.Enable(plan);
        Kustomization.Edit(plan, Default, null, file =>
        {
            file.AddItem("components", Item, [.. All.SkipWhile(other => other != this).Skip(1).Select(other => other.Item)]);
            if (Replacements is { } replacements && file.FindItem("replacements", "path", replacements) is null)
                file.AppendBlock("replacements", [$"path: {replacements}"]);
        });
    }

    /// <summary>Plans that it is deployed no longer, nor what needs it.</summary>
    public void Disable(PlanBuilder plan)
    {
        foreach (var needing in All.Where(overlay => overlay.Needs.Contains(Name)))
            needing.Disable(plan);
        Kustomization.Edit(plan, Default, null, file =>
        {
            file.RemoveItem("components", Item);
            if (Replacements is { } replacements && file.FindItem("replacements", "path", replacements) is { } item)
                file.RemoveItem("replacements", item);
        });
    }
}
