using KubeBuilderNet.Build.Manifests;
using Microsoft.Build.Framework;
using Task = Microsoft.Build.Utilities.Task;

namespace KubeBuilderNet.Build;

/// <summary>Writes the manifests that a built assembly carries as YAML below the project's config folder.</summary>
/// <remarks>Only files whose content changed are written; files of this project that it no longer makes are removed.</remarks>
public sealed class WriteManifests : Task
{
    /// <summary>The assembly that the compiler just wrote.</summary>
    [Required]
    public string Assembly { get; set; } = "";

    /// <summary>The folder that manifest paths are relative to, usually <c>config</c> in the project's folder.</summary>
    [Required]
    public string ConfigDirectory { get; set; } = "";

    /// <summary>The name that generated files carry in their first line, so that each project removes only its own.</summary>
    [Required]
    public string Project { get; set; } = "";

    /// <summary>Where the task remembers what it wrote, in the project's intermediate folder.</summary>
    [Required]
    public string StampFile { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            WriteAll();
        }
        catch (Exception e) when (e is ManifestException or IOException or UnauthorizedAccessException or BadImageFormatException)
        {
            Log.LogError(null, "KBN1001", null, "https://github.com/kubebuildernet/kubebuildernet/blob/main/docs/diagnostics/KBN1001.md",
                ConfigDirectory, 0, 0, 0, 0, "The manifests of {0} could not be written: {1}", Project, e.Message);
        }

        return !Log.HasLoggedErrors;
    }

    private void WriteAll()
    {
        var manifests = ManifestReader.Read(Assembly);
        var folder = new ManifestFolder(ConfigDirectory, Project);
        var stamp = new ManifestStamp(StampFile);
        foreach (var manifest in manifests)
        {
            var target = folder.FullPath(manifest);
            if (stamp.IsCurrent(manifest, target))
                continue;
            if (folder.Write(manifest))
                Log.LogMessage(MessageImportance.High, "{0} -> {1}", Project, target);
            stamp.Remember(manifest, target);
        }

        foreach (var removed in folder.RemoveStale(manifests))
            Log.LogMessage(MessageImportance.High, "{0} -> removed {1}", Project, removed);
        stamp.Save();
    }
}
