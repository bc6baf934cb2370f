using KubeBuilderNet.Testing;

namespace KubeBuilderNet.PackageTests.Samples;

/// <summary>What a user of the packages gets of each project below samples/.</summary>
/// <remarks>Run with <c>KBN_ACCEPT=1</c> to write the generated manifests of the samples anew.</remarks>
public sealed class SampleTests(Packages packages)
{
    private static readonly string[] Components = ["namespaced", "metrics", "prometheus", "network-policy", "certmanager"];

    public static TheoryData<string> Names => [.. SampleProject.All.Select(project => project.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_builds_without_warnings_generates_what_is_kept_deploys_and_reconciles(string name)
    {
        var sample = SampleProject.Of(name);
        using var copy = new SampleCopy(sample, packages);
        (await copy.DotnetAsync("build", "-warnaserror", "-v", "quiet")).Succeeded();
        Assert.SkipWhen(ApiServer.SkipReason is not null, ApiServer.SkipReason ?? "");
        if (File.Exists(copy.PathOf(SampleProject.Installer)))
            (await copy.KbnetAsync("build-installer", "--image", "example.com/operator:v1")).Succeeded();
        AssertGenerated(sample, copy);
        (await copy.DotnetAsync("test", "--no-build")).Succeeded();
        await AssertOverlaysBuildAsync(copy);
        await using var cluster = await SampleCluster.StartAsync(copy);
        await cluster.DeployAsync();
        await cluster.AssertReconcilesWithItsOwnRightsAsync();
    }

    private static void AssertGenerated(SampleProject sample, SampleCopy copy)
    {
        var generated = SampleProject.Files(copy.Root).Where(SampleProject.IsGenerated).ToList();
        if (Environment.GetEnvironmentVariable("KBN_ACCEPT") == "1")
        {
            foreach (var file in SampleProject.Files(sample.Folder).Where(SampleProject.IsGenerated).Except(generated))
                File.Delete(Path.Combine(sample.Folder, file));
            foreach (var file in generated)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(sample.Folder, file))!);
                File.Copy(copy.PathOf(file), Path.Combine(sample.Folder, file), overwrite: true);
            }
        }
        Assert.Equal(SampleProject.Files(sample.Folder).Where(SampleProject.IsGenerated), generated);
        Assert.All(generated, file => Assert.Equal(File.ReadAllText(Path.Combine(sample.Folder, file)), File.ReadAllText(copy.PathOf(file))));
    }

    // Each folder of config/ by itself, then config/default with each part alone and with all.
    private static async Task AssertOverlaysBuildAsync(SampleCopy copy)
    {
        foreach (var folder in Directory.GetDirectories(copy.PathOf("config")).Where(folder => File.Exists(Path.Combine(folder, "kustomization.yaml"))))
            (await Tools.KustomizeAsync(copy.Root, folder)).Succeeded();
        var parts = Components.Where(part => part != "namespaced").ToList();
        var off = string.Join(',', parts);
        foreach (var on in parts.Append(off))
        {
            (await copy.KbnetAsync("edit", "--disable", off)).Succeeded();
            (await copy.KbnetAsync("edit", "--enable", on)).Succeeded();
            (await Tools.KustomizeAsync(copy.Root, "config/default")).Succeeded();
        }
        (await copy.KbnetAsync("edit", "--disable", "prometheus,certmanager")).Succeeded();
    }
}
