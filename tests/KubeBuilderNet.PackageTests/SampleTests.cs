namespace KubeBuilderNet.PackageTests;

/// <summary>samples/HTTPClient is what the commands write, but for what stands in <see cref="WrittenByHand"/>.</summary>
/// <remarks>Run with <c>KBN_ACCEPT=1</c> to write the sample anew.</remarks>
public sealed class SampleTests(Packages packages)
{
    private static readonly string[] WrittenByHand =
    [
        "Api/V1Beta1/HTTPClient.cs",
        "Controllers/HTTPClientReconciler.cs",
        "Controllers/Workload.cs",
        "config/samples/apps_v1beta1_httpclient.yaml",
    ];

    private static readonly string Sample = Checkout.PathOf("samples", "HTTPClient");

    [Fact]
    public async Task The_sample_is_what_the_commands_write_and_the_build_generates()
    {
        using var made = await ScaffoldedProject.CreateAsync(packages);
        File.Delete(made.PathOf("nuget.config"));
        foreach (var file in WrittenByHand)
            File.Copy(Path.Combine(Sample, file), made.PathOf(file), overwrite: true);
        (await made.BuildAsync("-p:RestoreAdditionalProjectSources=" + Packages.Folder)).Succeeded();

        if (Environment.GetEnvironmentVariable("KBN_ACCEPT") == "1")
            Accept(made);
        Assert.Equal(Files(made.Root), Files(Sample));
        foreach (var file in Files(made.Root))
            Assert.Equal(made.Read(file), File.ReadAllText(Path.Combine(Sample, file)));
    }

    private static void Accept(ScaffoldedProject made)
    {
        foreach (var stale in Files(Sample).Except(Files(made.Root)))
            File.Delete(Path.Combine(Sample, stale));
        foreach (var file in Files(made.Root))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Sample, file))!);
            File.Copy(made.PathOf(file), Path.Combine(Sample, file), overwrite: true);
        }
    }

    private static IEnumerable<string> Files(string root) => Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
        .Where(file => !file.Split('/').Any(part => part is "bin" or "obj"))
        .Order(StringComparer.Ordinal);
}
