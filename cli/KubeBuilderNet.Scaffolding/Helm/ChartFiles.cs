using System.Reflection;

namespace KubeBuilderNet.Scaffolding.Helm;

/// <summary>The chart's files that are the same for every project but for names.</summary>
internal static class ChartFiles
{
    /// <summary>One file's text.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="model">Gives the names.</param>
    /// <param name="folder">The chart's folder.</param>
    public static string Text(string name, ChartModel model, string folder)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("chart/" + name) ?? throw new InvalidOperationException($"no file {name}");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n")
            .Replace("CHART", model.Chart, StringComparison.Ordinal)
            .Replace("FOLDER", folder, StringComparison.Ordinal)
            .Replace("ACCOUNT", model.Suffix(model.ManagerAccount ?? "controller-manager"), StringComparison.Ordinal)
            .Replace("MANAGER", model.Suffix(model.Manager.Name), StringComparison.Ordinal)
            .Replace("APPVERSION", "0.1.0", StringComparison.Ordinal);
    }
}
