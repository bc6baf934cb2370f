using KubeBuilderNet.Cli.Tests.Support;

namespace KubeBuilderNet.Cli.Tests;

/// <summary>Each project below samples/ is what its commands write.</summary>
/// <remarks>Run with <c>KBN_ACCEPT=1</c> to write them anew, but for what stands in <see cref="SampleProject.WrittenByHand"/>.</remarks>
public class SampleTests
{
    public static TheoryData<string> Names => [.. SampleProject.All.Select(project => project.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_sample_is_what_its_commands_write(string name)
    {
        var sample = SampleProject.Of(name);
        using var shell = new Shell();
        if (File.Exists(Path.Combine(sample.Folder, SampleProject.Installer)))
            shell.Write(SampleProject.Installer, File.ReadAllText(Path.Combine(sample.Folder, SampleProject.Installer)));
        foreach (var command in sample.Commands)
            Assert.True(await shell.Run([.. command]) == 0, $"kbnet {string.Join(' ', command)}: {shell.Error}");

        if (Environment.GetEnvironmentVariable("KBN_ACCEPT") == "1")
            Accept(sample, shell);
        Assert.Equal(Scaffolded(sample, SampleProject.Files(sample.Folder)), Scaffolded(sample, shell.Files()));
        Assert.All(Scaffolded(sample, shell.Files()), file =>
            Assert.Equal(File.ReadAllText(Path.Combine(sample.Folder, file)), File.ReadAllText(Path.Combine(shell.Folder, file))));
    }

    [Fact]
    public async Task A_second_run_of_any_command_changes_nothing()
    {
        using var shell = new Shell();
        foreach (var command in SampleProject.Of("SingleGroup").Commands)
        {
            Assert.Equal(0, await shell.Run([.. command]));
            var before = shell.Texts();
            await shell.Run([.. command]);
            Assert.Equal(before, shell.Texts());
        }
    }

    private static IEnumerable<string> Scaffolded(SampleProject sample, IEnumerable<string> files) =>
        files.Where(file => !SampleProject.IsGenerated(file)).Except(sample.WrittenByHand);

    private static void Accept(SampleProject sample, Shell shell)
    {
        var files = Scaffolded(sample, shell.Files()).ToList();
        Directory.CreateDirectory(sample.Folder);
        foreach (var stale in Scaffolded(sample, SampleProject.Files(sample.Folder)).Except(files))
            File.Delete(Path.Combine(sample.Folder, stale));
        foreach (var file in files)
        {
            var target = Path.Combine(sample.Folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Path.Combine(shell.Folder, file), target, overwrite: true);
        }
    }
}
