using System.CommandLine;
using KubeBuilderNet.Scaffolding;
using KubeBuilderNet.Scaffolding.Projects;

namespace KubeBuilderNet.Cli.Commands;

/// <summary>The flags of the plug-in helm.</summary>
internal sealed class ChartFlags
{
    private readonly Option<string?> _manifests = new("--manifests") { Description = "helm: the kustomization, or the file of objects, that the chart is made from. [default: config/default]" };
    private readonly Option<string?> _output = new("--output-dir") { Description = "helm: the folder that gets the folder chart. [default: dist]" };

    public void AddTo(Command command)
    {
        command.Options.Add(_manifests);
        command.Options.Add(_output);
    }

    /// <summary>What was said, else what was said the last time; null without the plug-in.</summary>
    /// <exception cref="ScaffoldException">A flag is given, and the plug-in isn't; or a folder leads out of the project.</exception>
    public HelmSettings? Value(ParseResult parsed, bool isUsed, Func<HelmSettings?> before)
    {
        if (!isUsed && new[] { _manifests, _output }.FirstOrDefault(option => parsed.GetValue(option) is not null) is { } lost)
            throw new ScaffoldException($"{lost.Name} is the plug-in helm's: pass --plugins=helm/v2-alpha, too");
        if (!isUsed)
            return null;
        var settings = before() ?? new HelmSettings();
        return new HelmSettings(Inside(parsed.GetValue(_manifests), _manifests) ?? settings.Manifests, Inside(parsed.GetValue(_output), _output) ?? settings.Output);
    }

    private static string? Inside(string? given, Option option)
    {
        var path = given?.Replace('\\', '/').TrimEnd('/');
        return path is null || (path.Length > 0 && !Path.IsPathRooted(path) && !path.Split('/').Contains(".."))
            ? path
            : throw new ScaffoldException($"{option.Name} '{given}' must be a path in the project");
    }
}
