using KubeBuilderNet.Scaffolding.Plugins;
using KubeBuilderNet.Scaffolding.Regenerating;
using KubeBuilderNet.Scaffolding.Tests.Support;

namespace KubeBuilderNet.Scaffolding.Tests;

public class RegenerateScaffoldTests
{
    [Fact]
    public void What_was_just_scaffolded_is_made_again_to_the_letter()
    {
        var files = Scaffold.Init(Scaffold.Options with { MultiGroup = true, Namespaced = true, License = new() { Owner = "Me", License = "copyright" } })
            .Create(Scaffold.Api() with { Plural = "clients" })
            .Create(Scaffold.Api("v2") with { HasController = false })
            .Create(Scaffold.Api("v1", "Ship", "sea-creatures.deep") with { Namespaced = false, ControllerName = "admiral" })
            .Create(Scaffold.Api("v1", "Ship", "sea-creatures.deep") with { HasResource = false, ControllerName = "captain" })
            .Create(Scaffold.Api("v1", "Reef", "sea-creatures.deep") with { HasController = false })
            .Create(Scaffold.Api("v1", "Reef", "sea-creatures.deep") with { HasResource = false })
            .Create(Scaffold.Api("v1", "Deployment") with { HasResource = false })
            .Create(Scaffold.Api("v1", "Certificate", "cert-manager") with { HasResource = false, ExternalApiPath = "CertManager.V1", ExternalApiDomain = "io", ExternalApiModule = "CertManager@1.0.0" })
            .Create(Scaffold.Api("v1", "Memcached", "cache") with { Image = new DeployImageOptions { Image = "memcached:1.6", Command = "memcached,-v", Port = "11211", RunAsUser = "1001" } });
        var fresh = new MemoryFileSystem();
        var plan = RegenerateScaffold.Plan(files, fresh, "0.1.0", "0.1.0");
        Assert.Equal(files.Files, plan.Changes.ToDictionary(change => change.Path, change => change.After!).OrderBy(file => file.Key, StringComparer.Ordinal));
        Assert.Empty(RegenerateScaffold.Plan(files, files, "0.1.0", "0.1.0").Writes);
    }

    [Fact]
    public void Users_files_stay_and_edited_ones_are_replaced_by_force_alone()
    {
        var files = Scaffold.Init().Create(Scaffold.Api());
        files.Put("Controllers/Mine.cs", "// mine");
        files.Files["Program.cs"] = "// mine";
        Assert.Equal("Program.cs exists and differs from what would be written: move it away, or pass --force to replace it",
            Scaffold.Error(() => RegenerateScaffold.Plan(files, files, "0.1.0", "0.1.0")));
        Assert.Equal("Program.cs", Assert.Single(RegenerateScaffold.Plan(files, files, "0.1.0", "0.1.0", force: true).Writes).Path);
    }

    [Fact]
    public void A_new_version_shows_what_it_changes()
    {
        var files = Scaffold.Init().Create(Scaffold.Api());
        var writes = RegenerateScaffold.Plan(files, files, "0.2.0", "0.2.0", force: true).Writes.Select(change => change.Path);
        Assert.Equal([".config/dotnet-tools.json", "Directory.Packages.props"], writes);
    }
}
