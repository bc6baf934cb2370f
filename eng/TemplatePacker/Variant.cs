using KubeBuilderNet.Scaffolding.Applying;
using KubeBuilderNet.Scaffolding.Init;

namespace KubeBuilderNet.TemplatePacker;

/// <summary>One way in which a project can be asked for.</summary>
/// <param name="License">The licence, with <c>-owner</c> where somebody is named.</param>
/// <param name="MultiGroup">Whether there may be several groups.</param>
/// <param name="Namespaced">Whether one namespace is watched.</param>
internal sealed record Variant(string License, bool MultiGroup, bool Namespaced)
{
    private const string Owner = "KBNET-SENTINEL-OWNER";

    private static readonly string[] Licenses = ["apache2", "apache2-owner", "copyright-owner", "none"];
    private static readonly bool[] Switches = [false, true];

    public static IReadOnlyList<Variant> All { get; } =
        [.. from license in Licenses from multiGroup in Switches from namespaced in Switches select new Variant(license, multiGroup, namespaced)];

    /// <summary>What <c>kbnet init</c> writes.</summary>
    public IReadOnlyDictionary<string, string> Files(string version)
    {
        var files = new VirtualFiles();
        var owned = License.EndsWith("-owner", StringComparison.Ordinal);
        files.Apply(InitScaffold.Plan(files, new InitOptions
        {
            Domain = "kbnet-sentinel.domain",
            ProjectName = "kbnet-sentinel-name",
            RootNamespace = "KbnetSentinelNamespace",
            FolderName = "unused",
            License = new LicenseOptions { License = License.Replace("-owner", "", StringComparison.Ordinal), Owner = owned ? Owner : "" },
            MultiGroup = MultiGroup,
            Namespaced = Namespaced,
            PackageVersion = version,
            CliVersion = version,
        }));
        return files.Files;
    }

    /// <summary>What template.json asks for of a value.</summary>
    public string Condition(string axis) => axis switch
    {
        "license" when License == "none" => "(license == \"none\")",
        "license" => $"(license == \"{License.Split('-')[0]}\" && {(License.Contains('-', StringComparison.Ordinal) ? "owner != \"\"" : "owner == \"\"")})",
        "multigroup" => MultiGroup ? "(multigroup)" : "(!multigroup)",
        _ => Namespaced ? "(namespaced)" : "(!namespaced)",
    };

    public string Value(string axis) => axis switch
    {
        "license" => License,
        "multigroup" => MultiGroup ? "multigroup" : "singlegroup",
        _ => Namespaced ? "namespaced" : "clusterwide",
    };
}
