namespace KubeBuilderNet.Generators.Tests.Infrastructure;

/// <summary>Files of the folder <c>_data</c>.</summary>
internal static class TestData
{
    public static string Read(string name)
    {
        using var stream = typeof(TestData).Assembly.GetManifestResourceStream(name)
            ?? throw new FileNotFoundException($"_data holds no {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
