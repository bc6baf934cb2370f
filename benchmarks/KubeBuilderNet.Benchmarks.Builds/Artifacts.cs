using System.Reflection;

namespace KubeBuilderNet.Benchmarks.Builds;

/// <summary>What this checkout built, by path.</summary>
internal static class Artifacts
{
    public static string Root { get; } = Metadata("RepositoryRoot");

    public static string Kbnet => Output("cli/KubeBuilderNet.Cli", "net10.0", "kbnet.dll");

    public static IEnumerable<string> Runtime =>
        ((string[])["KubeBuilderNet.Abstractions", "KubeBuilderNet.Client", "KubeBuilderNet.Runtime"]).Select(name => Output($"runtime/{name}", "net10.0", name + ".dll"));

    public static string Generators => Output("generators/KubeBuilderNet.Generators", "netstandard2.0", "KubeBuilderNet.Generators.dll");

    public static string BuildTask => Output("generators/KubeBuilderNet.Build", "netstandard2.0", "KubeBuilderNet.Build.dll");

    private static string Output(string project, string framework, string file) => Path.Combine(Root, project, "bin", Metadata("Configuration"), framework, file);

    private static string Metadata(string key) => typeof(Artifacts).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
